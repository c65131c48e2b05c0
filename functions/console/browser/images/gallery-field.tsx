import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { moved } from '../ui/moved.ts';
import { useNotices } from '../ui/notices.tsx';
import { OrderList } from '../ui/order-list.tsx';
import { FileDrop } from './file-drop.tsx';
import { added, type GalleryItem, galleryLimit, roomInWords } from './gallery-list.ts';
import { GalleryHandle, GalleryTexts } from './gallery-texts.tsx';
import { useOwnUploads } from './own-uploads.ts';
import { PicturePicker } from './picture-picker.tsx';
import { UploadList } from './upload-list.tsx';

type Props = { value: readonly GalleryItem[]; onChange: (gallery: GalleryItem[]) => void };

/** The gallery of an article: pictures with captions, in an order that is changed by dragging, by keys or by buttons. */
export const GalleryField = ({ value, onChange }: Props) => {
  const [isPicking, setIsPicking] = useState(false);
  const { show } = useNotices();
  // Uploads end after the render that began them.
  const latest = useRef(value);
  latest.current = value;
  const change = (gallery: GalleryItem[]) => {
    latest.current = gallery;
    onChange(gallery);
  };
  const field = useRef<HTMLFieldSetElement>(null);
  const wasEmptied = useRef(false);
  useEffect(() => {
    // The last row took the focus with it.
    if (wasEmptied.current) field.current?.querySelector('input')?.focus();
    wasEmptied.current = false;
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
  const remove = (index: number) => {
    const before = [...latest.current];
    change(before.toSpliced(index, 1));
    wasEmptied.current = before.length === 1;
    show({
      kind: 'info',
      text: `Đã bỏ ảnh ${index + 1} khỏi bộ ảnh.`,
      action: { label: 'Hoàn tác', run: () => change(before) },
    });
  };

  return (
    <fieldset ref={field} class="picture-field">
      <legend>Bộ ảnh{value.length > 0 && ` (${value.length} ảnh)`}</legend>
      <OrderList
        items={value}
        keyOf={({ image }) => image}
        labelOf={(_, index) => `ảnh ${index + 1}`}
        onMove={(from, to) => change([...moved(latest.current, from, to)])}
        handleOf={(item, index) => <GalleryHandle item={item} index={index} />}
        actionsOf={(_, index) => (
          <Button aria-label={`Bỏ ảnh ${index + 1} khỏi bộ ảnh`} onClick={() => remove(index)}>
            Bỏ
          </Button>
        )}
      >
        {(item, index) => (
          <GalleryTexts
            item={item}
            index={index}
            onCaption={(caption) => change(latest.current.with(index, { ...item, caption }))}
          />
        )}
      </OrderList>
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
