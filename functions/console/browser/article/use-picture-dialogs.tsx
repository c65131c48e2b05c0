import { useRef, useState } from 'preact/hooks';
import type { EditorOptions } from '../editor/editor-types.ts';
import { DescribePicture } from '../images/describe-picture.tsx';
import { useFileUploads } from '../images/file-uploads.ts';
import { PicturePicker } from '../images/picture-picker.tsx';
import { UploadList } from '../images/upload-list.tsx';

/** What the editor asks for about pictures, the dialogs that answer it, and the uploads that it waits for. */
export const usePictureDialogs = () => {
  const { uploads, upload } = useFileUploads();
  const [isPicking, setPicking] = useState(false);
  const [described, setDescribed] = useState<string | null>(null);
  const answer = useRef<(id: string | null) => void>(() => {});

  const pictures: Pick<EditorOptions, 'pickPicture' | 'addFiles' | 'describePicture'> = {
    pickPicture: () => {
      setPicking(true);
      return new Promise((resolve) => {
        answer.current = resolve;
      });
    },
    addFiles: async (files) => (await upload(files)).map(({ id }) => id),
    describePicture: setDescribed,
  };

  return {
    pictures,
    uploads: <UploadList uploads={uploads} />,
    dialogs: (
      <>
        <PicturePicker
          open={isPicking}
          onPick={([id]) => answer.current(id ?? null)}
          onClose={() => {
            setPicking(false);
            answer.current(null);
          }}
        />
        <DescribePicture
          imageId={described ?? ''}
          open={described !== null}
          onClose={() => setDescribed(null)}
        />
      </>
    ),
  };
};
