import { useRef, useState } from 'preact/hooks';
import type { EditorOptions } from '../editor/editor-types.ts';
import { DescribePicture } from '../images/describe-picture.tsx';
import { useImages, useUploads } from '../images/images-context.tsx';
import { PicturePicker } from '../images/picture-picker.tsx';

/** What the editor asks for about pictures, and the dialogs that answer it. */
export const usePictureDialogs = () => {
  const uploads = useUploads();
  const cache = useImages();
  const [isPicking, setPicking] = useState(false);
  const [described, setDescribed] = useState<string | null>(null);
  const answer = useRef<(id: string | null) => void>(() => {});

  const upload = async (file: File): Promise<string> => {
    const [added] = uploads.add([file]);
    if (!added) throw new Error('No upload was begun');
    const image = await uploads.done(added.id);
    cache.put(image);
    uploads.cancel(added.id);
    return image.id;
  };
  const pictures: Pick<EditorOptions, 'pickPicture' | 'addFiles' | 'describePicture'> = {
    pickPicture: () => {
      setPicking(true);
      return new Promise((resolve) => {
        answer.current = resolve;
      });
    },
    addFiles: (files) => Promise.all(files.map(upload)),
    describePicture: setDescribed,
  };

  return {
    pictures,
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
