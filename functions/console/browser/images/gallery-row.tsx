import { useEffect, useRef } from 'preact/hooks';
import { isUndescribed } from '../../../../shared/images/image-filter.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { DescribedImage } from './describe-picture.tsx';
import { DescriptionFields } from './description-fields.tsx';
import type { GalleryItem } from './gallery-list.ts';
import { descriptionInWords } from './image-words.ts';
import { useImages } from './images-context.tsx';
import { Thumbnail } from './thumbnail.tsx';

type Props = {
  item: GalleryItem;
  index: number;
  count: number;
  isDragged: boolean;
  onDrag: (index: number | null) => void;
  onDropHere: () => void;
  onMove: (to: number) => void;
  onCaption: (caption: string) => void;
  onRemove: () => void;
};

/** Keys on the handle of a row, by how far they move it. */
const moves: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** One picture of a gallery: a handle to move it, its caption and its description. */
export const GalleryRow = ({
  item,
  index,
  count,
  isDragged,
  onDrag,
  onDropHere,
  onMove,
  onCaption,
  onRemove,
}: Props) => {
  const image = useImages().get(item.image).value;
  const handle = useRef<HTMLButtonElement>(null);
  const hasFocus = useRef(false);
  // A row that moves is put elsewhere in the page, which takes the focus from it.
  useEffect(() => {
    if (hasFocus.current) handle.current?.focus();
  }, [index]);
  const isKnown = image !== null && typeof image !== 'string';
  // It stays open when the description is written.
  const wasUndescribed = useRef<boolean | null>(null);
  if (isKnown) wasUndescribed.current ??= isUndescribed(image);
  return (
    <li
      class={isDragged ? 'gallery-row dragged' : 'gallery-row'}
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
        ref={handle}
        type="button"
        class="drag-handle"
        draggable
        aria-label={`Ảnh ${index + 1} trong ${count}. Dùng phím mũi tên để đổi chỗ, hoặc kéo.`}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={({ relatedTarget }) => {
          hasFocus.current = relatedTarget === null;
        }}
        onKeyDown={(event) => {
          const by = moves[event.key];
          if (by === undefined) return;
          event.preventDefault();
          onMove(index + by);
        }}
        onDragStart={() => onDrag(index)}
        onDragEnd={() => onDrag(null)}
      >
        {isKnown ? <Thumbnail image={image} /> : <span aria-hidden="true">⠿</span>}
        <span class="position">{index + 1}</span>
      </button>
      <div class="gallery-texts">
        <Field label={`Chú thích ảnh ${index + 1}`}>
          {(ids) => (
            <input
              {...ids}
              maxLength={500}
              value={item.caption}
              onInput={({ currentTarget }) => onCaption(currentTarget.value)}
            />
          )}
        </Field>
        <details open={wasUndescribed.current ?? false}>
          <summary>
            Mô tả{isKnown && `: ${descriptionInWords(image)}`}
            {isKnown && isUndescribed(image) && <span class="badge">cần viết</span>}
          </summary>
          {isKnown ? <DescriptionFields image={image} /> : <DescribedImage imageId={item.image} />}
        </details>
      </div>
      <div class="gallery-actions">
        <Button aria-label={`Đưa ảnh ${index + 1} lên`} onClick={() => onMove(index - 1)}>
          ↑
        </Button>
        <Button aria-label={`Đưa ảnh ${index + 1} xuống`} onClick={() => onMove(index + 1)}>
          ↓
        </Button>
        <Button aria-label={`Bỏ ảnh ${index + 1} khỏi bộ ảnh`} onClick={onRemove}>
          Bỏ
        </Button>
      </div>
    </li>
  );
};
