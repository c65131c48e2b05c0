import type { ReadonlySignal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import type { Command, EditorState } from 'prosemirror-state';
import type { ToolbarItem } from './toolbar-items.tsx';

type Props = {
  label: string;
  groups: ToolbarItem[][];
  state: ReadonlySignal<EditorState>;
  run: (command: Command) => void;
  /** Gives the focus back to the text. */
  onLeave: () => void;
};

/** Moves of the focus by key: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
const nextIndex = (key: string, index: number, count: number): number | undefined =>
  ({
    ArrowRight: (index + 1) % count,
    ArrowLeft: (index + count - 1) % count,
    Home: 0,
    End: count - 1,
  })[key];

/** A toolbar: one stop of the Tab key, arrow keys within, Escape back to the text. */
export const Toolbar = ({ label, groups, state, run, onLeave }: Props) => {
  const ref = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const items = groups.flat();
  const stop = Math.min(current, items.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = nextIndex(event.key, stop, items.length);
    if (event.key === 'Escape') onLeave();
    else if (index !== undefined) ref.current?.querySelectorAll('button')[index]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={ref} role="toolbar" aria-label={label} class="editor-toolbar" onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <div key={group[0]?.label} class="editor-tools">
          {group.map((item) => {
            const index = items.indexOf(item);
            return (
              <ToolbarButton
                key={item.label}
                item={item}
                state={state.value}
                isStop={index === stop}
                onFocus={() => setCurrent(index)}
                run={run}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
};

type ButtonProps = {
  item: ToolbarItem;
  state: EditorState;
  isStop: boolean;
  onFocus: () => void;
  run: (command: Command) => void;
};

const inWords = (keys: string) => keys.replace('Control', 'Ctrl').replaceAll('Arrow', '');

/** A button that cannot act is `aria-disabled`, for a disabled one would lose the focus. */
const ToolbarButton = ({ item, state, isStop, onFocus, run }: ButtonProps) => {
  const { label, icon, keys, command, isPressed } = item;
  const pressed = isPressed?.(state);
  return (
    <button
      type="button"
      class="editor-tool"
      tabIndex={isStop ? 0 : -1}
      title={keys ? `${label} (${inWords(keys)})` : label}
      aria-label={icon && label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      aria-disabled={!pressed && !command(state)}
      onFocus={onFocus}
      // The text keeps its selection and, with a mouse, the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(command)}
    >
      {icon ?? label}
    </button>
  );
};
