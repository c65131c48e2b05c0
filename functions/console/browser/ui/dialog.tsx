import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type Props = {
  title: string;
  open: boolean;
  /** Called on Escape, on the close button and by the browser's own gesture. */
  onClose: () => void;
  /** Needs the width of the page. */
  wide?: boolean;
  children: ComponentChildren;
};

/** A native modal dialog. The browser keeps the focus in it, and returns it to what opened it. */
export const Dialog = ({ title, open, onClose, wide = false, children }: Props) => {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isMounted = useRef(true);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (open && !ref.current?.open) {
      opener.current = document.activeElement;
      ref.current?.showModal();
    }
    if (!open) ref.current?.close();
  }, [open]);
  useEffect(() => {
    const dialog = ref.current;
    return () => {
      isMounted.current = false;
      // The browser returns the focus from a dialog that is closed, not from one that is removed open.
      if (dialog?.open && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onClose={() => isMounted.current && onClose()}
    >
      {open && (
        <>
          <header class="dialog-header">
            <h2 id={id}>{title}</h2>
            <button type="button" class="close" aria-label="Đóng" onClick={() => ref.current?.close()}>
              <span aria-hidden="true">✕</span>
            </button>
          </header>
          {children}
        </>
      )}
    </dialog>
  );
};
