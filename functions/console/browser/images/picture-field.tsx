import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { DescribedImage } from './describe-picture.tsx';
import { FileDrop } from './file-drop.tsx';
import { useOwnUploads } from './own-uploads.ts';
import { PicturePicker } from './picture-picker.tsx';
import { UploadList } from './upload-list.tsx';

type Props = {
  /** What the picture is for, within a sentence: “ảnh đại diện”. */
  purpose: string;
  value: string | null;
  onChange: (imageId: string | null) => void;
};

/** One picture, uploaded here or chosen from the library. */
export const PictureField = ({ purpose, value, onChange }: Props) => {
  const [isPicking, setIsPicking] = useState(false);
  const { show } = useNotices();
  const { uploads, add } = useOwnUploads((images) => onChange(images.at(-1)?.id ?? null));
  const remove = () => {
    onChange(null);
    show({
      kind: 'info',
      text: `Đã bỏ ${purpose}.`,
      action: { label: 'Hoàn tác', run: () => onChange(value) },
    });
  };
  return (
    <fieldset class="picture-field">
      <legend>{purpose.charAt(0).toUpperCase() + purpose.slice(1)}</legend>
      {value !== null && <DescribedImage key={value} imageId={value} />}
      <UploadList uploads={uploads} />
      <FileDrop label={value === null ? `Tải ${purpose} lên` : 'Tải ảnh khác lên'} onFiles={add}>
        <Button onClick={() => setIsPicking(true)}>Chọn {purpose} từ kho</Button>
        {value !== null && <Button onClick={remove}>Bỏ {purpose}</Button>}
      </FileDrop>
      <PicturePicker
        open={isPicking}
        onPick={([id]) => onChange(id ?? null)}
        onClose={() => setIsPicking(false)}
      />
    </fieldset>
  );
};
