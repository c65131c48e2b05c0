import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';

type Props = {
  /** What the item is called within a sentence: “ảnh 2”. */
  label: string;
  index: number;
  count: number;
  isDragged: boolean;
  handle: ComponentChildren;
  actions: ComponentChildren;
  children: ComponentChildren;
  onDrag: (index: number | null) => void;
  onDropHere: () => void;
  onMove: (to: number) => void;
};

/** Keys on the handle of a row, by how far they move it. */
const moves: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** A row of a list in an order: a handle to drag it or to move it by arrow keys, its content, and buttons that move it. */
export const OrderRow = (props: Props) => {
  const { label, index, count, isDragged, onDrag, onDropHere, onMove } = props;
  return (
    <li
      class={isDragged ? 'order-row dragged' : 'order-row'}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        if (event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        onDropHere();
      }}
    >
      <button
        type="button"
        class="drag-handle"
        draggable
        aria-label={`Đổi chỗ ${label}, vị trí ${index + 1} trong ${count}. Dùng phím mũi tên, hoặc kéo.`}
        onKeyDown={(event) => {
          const by = moves[event.key];
          if (by === undefined) return;
          event.preventDefault();
          onMove(index + by);
        }}
        onDragStart={() => onDrag(index)}
        onDragEnd={() => onDrag(null)}
      >
        {props.handle}
      </button>
      <div class="order-content">{props.children}</div>
      <div class="order-actions">
        <Button aria-label={`Đưa ${label} lên`} onClick={() => onMove(index - 1)}>
          ↑
        </Button>
        <Button aria-label={`Đưa ${label} xuống`} onClick={() => onMove(index + 1)}>
          ↓
        </Button>
        {props.actions}
      </div>
    </li>
  );
};
