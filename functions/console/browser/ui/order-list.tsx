import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from './announcer.tsx';
import { OrderRow } from './order-row.tsx';

type Of<Item, Value> = (item: Item, index: number) => Value;
type Props<Item> = {
  items: readonly Item[];
  keyOf: Of<Item, string>;
  /** What an item is called within a sentence: “ảnh 2”, “chuyên mục Tin tức”. */
  labelOf: Of<Item, string>;
  /** `moved` of `moved.ts` makes the list that it asks for. Both places exist, and differ. */
  onMove: (from: number, to: number) => void;
  /** What is seen on the handle, in place of its dots. */
  handleOf?: Of<Item, ComponentChildren>;
  /** Buttons after those that move the row. */
  actionsOf?: Of<Item, ComponentChildren>;
  /** The content of a row. */
  children: Of<Item, ComponentChildren>;
};

/** A list whose order is changed by dragging, by arrow keys or by buttons. The focus moves along; each new place is said. */
export const OrderList = <Item,>({
  items,
  keyOf,
  labelOf,
  onMove,
  handleOf = dots,
  actionsOf,
  children,
}: Props<Item>) => {
  const [dragged, setDragged] = useState<number | null>(null);
  const announce = useAnnounce();
  const keys = items.map(keyOf);
  const list = useFocusInRows(keys);

  const move = (item: Item, from: number, to: number) => {
    if (to === from) return;
    if (to < 0) return announce('Đã ở đầu danh sách.');
    if (to >= items.length) return announce('Đã ở cuối danh sách.');
    onMove(from, to);
    announce(`Đã chuyển ${labelOf(item, from)} đến vị trí ${to + 1} trong ${items.length}.`);
  };

  return (
    <ol ref={list} class="order-list">
      {items.map((item, index) => (
        <OrderRow
          key={keys[index]}
          label={labelOf(item, index)}
          index={index}
          count={items.length}
          isDragged={dragged === index}
          handle={handleOf(item, index)}
          actions={actionsOf?.(item, index)}
          onDrag={setDragged}
          onDropHere={() => {
            const moving = dragged === null ? undefined : items[dragged];
            if (dragged !== null && moving !== undefined) move(moving, dragged, index);
            setDragged(null);
          }}
          onMove={(to) => move(item, index, to)}
        >
          {children(item, index)}
        </OrderRow>
      ))}
    </ol>
  );
};

const dots = () => <span aria-hidden="true">⠿</span>;

/** Keeps the focus where it was when rows move, which takes it from them; gives it to the next row when one goes. */
const useFocusInRows = (keys: readonly string[]) => {
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<{ element: HTMLElement; row: number } | null>(null);
  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const remember = ({ target }: FocusEvent) => {
      const row = [...current.children].findIndex((child) => child.contains(target as Node));
      focused.current = { element: target as HTMLElement, row };
    };
    // What is taken out of the page gives the focus to nothing.
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) focused.current = null;
    };
    current.addEventListener('focusin', remember);
    current.addEventListener('focusout', forget);
    return () => {
      current.removeEventListener('focusin', remember);
      current.removeEventListener('focusout', forget);
    };
  }, []);
  useEffect(() => {
    if (!focused.current || document.activeElement !== document.body) return;
    const { element, row } = focused.current;
    if (element.isConnected) return element.focus();
    const handles = list.current?.querySelectorAll<HTMLElement>('.drag-handle') ?? [];
    handles[Math.min(row, handles.length - 1)]?.focus();
  }, [keys.join('\n')]);
  return list;
};
