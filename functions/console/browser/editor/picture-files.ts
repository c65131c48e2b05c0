import { Plugin } from 'prosemirror-state';
import { uploadInto } from './uploads.ts';

/** Office programs add a picture of what was copied to its text: then the text is meant. A browser adds a single `img` to a copied picture. */
const isPictureAlone = (html: string): boolean =>
  /^(?:<(?!img)[^>]*>|\s)*<img[^>]*>(?:<[^>]*>|\s)*$/i.test(html) || html === '';

/** The picture files of a clipboard or of what was dropped, if they are what is meant. */
export const pictureFiles = (data: Pick<DataTransfer, 'files' | 'getData'> | null): File[] =>
  data && isPictureAlone(data.getData('text/html'))
    ? [...data.files].filter(({ type }) => type.startsWith('image/'))
    : [];

/** Uploads pictures that are pasted or dropped as files. */
export const pictureFilesPlugin = (addFiles: (files: File[]) => Promise<string[]>): Plugin =>
  new Plugin({
    props: {
      handlePaste: (view, event) => {
        const files = pictureFiles(event.clipboardData);
        if (files.length === 0) return false;
        void uploadInto(view, view.state.selection.to, files, addFiles);
        return true;
      },
      handleDrop: (view, event) => {
        const files = pictureFiles(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        void uploadInto(view, at?.pos ?? view.state.selection.to, files, addFiles);
        return true;
      },
    },
  });
