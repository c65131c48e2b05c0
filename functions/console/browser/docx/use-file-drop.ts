import { useEffect, useRef, useState } from 'preact/hooks';
import { type DroppedItem, droppedItems } from './dropped-docx.ts';

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
const namesDocx = (items: readonly DroppedItem[]) => items.some(({ file }) => /\.docx$/i.test(file.name));

/**
 * Takes files dropped anywhere on the page: Word files before any element does, others only where no element took them, for a browser
 * would leave the page to show them. Returns whether files are being dragged over the page.
 */
export const useFileDrop = (onDrop: (items: DroppedItem[]) => void): boolean => {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const drop = (event: DragEvent, isTaken: (items: DroppedItem[]) => boolean) => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      setOver(false);
      const items = droppedItems(event.dataTransfer);
      if (isTaken(items)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(items);
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener('drop', (event) => drop(event, (items) => !namesDocx(items)), {
      signal,
      capture: true,
    });
    window.addEventListener('drop', (event) => drop(event, () => event.defaultPrevented), { signal });
    window.addEventListener(
      'dragover',
      (event) => {
        if (!carriesFiles(event)) return;
        // Without this there is no drop: https://html.spec.whatwg.org/multipage/dnd.html#dragevent-handling-summary
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false), {
      signal,
    });
    return () => listeners.abort();
  }, []);
  return isOver;
};
