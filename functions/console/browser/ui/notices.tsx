import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** A message that stays until it is dismissed or replaced, with a way on. */
type Notice = {
  text: string;
  kind: 'info' | 'done' | 'problem';
  action?: { label: string; run: () => void };
};
type Shown = Notice & { id: number };
export type Notices = {
  shown: ReadonlySignal<readonly Shown[]>;
  /** Shows a message; one with the same text is replaced. */
  show(notice: Notice): void;
  dismiss(id: number): void;
};

/** Messages that are shown at most. */
const limit = 3;

/** The messages of the page. */
export const createNotices = (): Notices => {
  const shown = signal<readonly Shown[]>([]);
  let lastId = 0;
  return {
    shown,
    show(notice) {
      lastId += 1;
      const others = shown.value.filter(({ text }) => text !== notice.text);
      shown.value = [...others, { ...notice, id: lastId }].slice(-limit);
    },
    dismiss(id) {
      shown.value = shown.value.filter((notice) => notice.id !== id);
    },
  };
};

export const NoticesContext = createContext<Notices | null>(null);
export const useNotices = (): Notices => {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('No notices above this component');
  return notices;
};

/** The messages, in a live region. */
export const NoticeList = () => {
  const { shown, dismiss } = useNotices();
  return (
    <div class="notices" role="status">
      {shown.value.map(({ id, text, kind, action }) => (
        <div key={id} class={`notice ${kind}`}>
          <p>{text}</p>
          {action && (
            <button
              type="button"
              class="button plain"
              onClick={() => {
                dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" class="close" aria-label="Đóng thông báo" onClick={() => dismiss(id)}>
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ))}
    </div>
  );
};
