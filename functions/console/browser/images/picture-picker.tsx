import { useState } from 'preact/hooks';
import type { Image } from '../../../../shared/images/image.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DescribedImage } from './describe-picture.tsx';
import { FileDrop } from './file-drop.tsx';
import { LibraryResults } from './library-results.tsx';
import { LibrarySearch } from './library-search.tsx';
import { useOwnUploads } from './own-uploads.ts';
import { UploadList } from './upload-list.tsx';
import { type LibraryQuery, useLibrary } from './use-library.ts';

type PickerProps = {
  onPick: (ids: string[]) => void;
  onClose: () => void;
  multiple?: boolean;
  /** Pictures that may be chosen at most. */
  limit?: number;
};

/** A dialog to choose pictures from the library, or to upload them there. */
export const PicturePicker = ({ open, ...props }: PickerProps & { open: boolean }) => (
  <Dialog title={props.multiple ? 'Chọn ảnh' : 'Chọn một ảnh'} open={open} onClose={props.onClose} wide>
    <Picker {...props} />
  </Dialog>
);

const Picker = ({ onPick, onClose, multiple = false, limit = multiple ? 60 : 1 }: PickerProps) => {
  const [query, setQuery] = useState<LibraryQuery>({ words: '', state: 'ready' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const library = useLibrary(query);
  const choose = (ids: readonly string[]) =>
    setChosen((before) => (multiple ? [...new Set([...before, ...ids])].slice(0, limit) : ids.slice(-1)));
  const { uploads, add } = useOwnUploads((images) => {
    library.prepend(images);
    choose(images.map(({ id }) => id));
  });
  const toggle = ({ id }: Image) =>
    chosen.includes(id) ? setChosen(chosen.filter((other) => other !== id)) : choose([id]);

  return (
    <div class="picker">
      <FileDrop
        label={multiple ? 'Tải ảnh lên' : 'Tải một ảnh lên'}
        multiple={multiple}
        hasPaste
        onFiles={add}
      />
      <UploadList uploads={uploads} />
      <LibrarySearch query={query} onChange={setQuery} />
      <LibraryResults library={library} chosen={chosen} onPick={toggle} />
      {chosen.length > 0 && (
        <section class="picker-chosen" aria-label="Mô tả ảnh đã chọn">
          {chosen.map((id) => (
            <DescribedImage key={id} imageId={id} />
          ))}
        </section>
      )}
      <div class="dialog-actions">
        <Button
          kind="primary"
          onClick={() => {
            if (chosen.length > 0) onPick([...chosen]);
            onClose();
          }}
        >
          {chosen.length > 1
            ? `Dùng ${chosen.length} ảnh`
            : chosen.length === 1
              ? 'Dùng ảnh này'
              : 'Không chọn ảnh'}
        </Button>
      </div>
    </div>
  );
};
