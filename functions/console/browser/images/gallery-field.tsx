import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { FileDrop } from './file-drop.tsx';
import { added, type GalleryItem, galleryLimit, moved, roomInWords } from './gallery-list.ts';
import { GalleryRow } from './gallery-row.tsx';
import { useOwnUploads } from './own-uploads.ts';
import { PicturePicker } from './picture-picker.tsx';
import { UploadList } from './upload-list.tsx';

type Props = { value: readonly GalleryItem[]; onChange: (gallery: GalleryItem[]) => void };

/** The gallery of an article: pictures with captions, in an order that is changed by dragging, by keys or by buttons. */
export const GalleryField = ({ value, onChange }: Props) => {
  const [isPicking, setIsPicking] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const { show } = useNotices();
  const announce = useAnnounce();
  // Uploads end after the render that began them.
  const latest = useRef(value);
  latest.current = value;
  const change = (gallery: GalleryItem[]) => {
    latest.current = gallery;
    onChange(gallery);
  };
  const field = useRef<HTMLFieldSetElement>(null);
  /** The place of a removed picture, whose button had the focus. */
  const focusAfter = useRef<number | null>(null);
  useEffect(() => {
    if (focusAfter.current === null) return;
    const handles = field.current?.querySelectorAll<HTMLElement>('.drag-handle') ?? [];
    const next = handles[Math.min(focusAfter.current, handles.length - 1)];
    (next ?? field.current?.querySelector('input'))?.focus();
    focusAfter.current = null;
  });
  const add = (ids: readonly string[]) => change(added(latest.current, ids));
  const own = useOwnUploads((images) => add(images.map(({ id }) => id)));
  const room = galleryLimit - value.length - own.uploads.length;

  const addFiles = (files: readonly File[]) => {
    if (files.length > room) {
      show({
        kind: 'problem',
        text: `Bộ ảnh có tối đa ${galleryLimit} ảnh: ${files.length - Math.max(0, room)} ảnh sau cùng không được thêm.`,
      });
    }
    own.add(files.slice(0, Math.max(0, room)));
  };
  const move = (from: number, to: number) => {
    if (to === from) return;
    if (to < 0) return announce('Ảnh này đã ở đầu bộ ảnh.');
    if (to >= value.length) return announce('Ảnh này đã ở cuối bộ ảnh.');
    change(moved(latest.current, from, to));
    announce(`Đã chuyển ảnh đến vị trí ${to + 1} trong ${value.length}.`);
  };
  const remove = (index: number) => {
    const before = [...latest.current];
    change(before.toSpliced(index, 1));
    focusAfter.current = index;
    show({
      kind: 'info',
      text: `Đã bỏ ảnh ${index + 1} khỏi bộ ảnh.`,
      action: { label: 'Hoàn tác', run: () => change(before) },
    });
  };

  return (
    <fieldset ref={field} class="picture-field">
      <legend>Bộ ảnh{value.length > 0 && ` (${value.length} ảnh)`}</legend>
      <ol class="gallery-list">
        {value.map((item, index) => (
          <GalleryRow
            key={item.image}
            item={item}
            index={index}
            count={value.length}
            isDragged={dragged === index}
            onDrag={setDragged}
            onDropHere={() => {
              if (dragged !== null) move(dragged, index);
              setDragged(null);
            }}
            onMove={(to) => move(index, to)}
            onCaption={(caption) => change(latest.current.with(index, { ...item, caption }))}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <UploadList uploads={own.uploads} />
      <p class="hint" role="status">
        {roomInWords(value.length)}
      </p>
      {room > 0 && (
        <FileDrop label="Thêm ảnh vào bộ ảnh" multiple onFiles={addFiles}>
          <Button onClick={() => setIsPicking(true)}>Chọn thêm từ kho ảnh</Button>
        </FileDrop>
      )}
      <PicturePicker
        open={isPicking}
        multiple
        limit={Math.max(1, room)}
        onPick={add}
        onClose={() => setIsPicking(false)}
      />
    </fieldset>
  );
};
