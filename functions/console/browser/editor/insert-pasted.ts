import { closeHistory, undo, undoDepth } from 'prosemirror-history';
import type { EditorView } from 'prosemirror-view';
import { withUniquePlaceholders } from '../paste/pending-picture.ts';
import type { PastedPicture } from '../paste/take-pictures.ts';
import type { EditorOptions, PastedContent } from './editor-types.ts';
import { parseSlice } from './parse.ts';
import { settlePicture } from './pending-pictures.ts';

type Options = Pick<EditorOptions, 'addFiles' | 'say'>;

/**
 * Inserts content at the cursor, or in place of the whole body, in one step of undo, and uploads its pictures. Returns how to take it
 * back, with what was typed since.
 */
export const insertPasted = (
  view: EditorView,
  given: PastedContent,
  { isReplacing, ...options }: Options & { isReplacing: boolean },
): (() => void) => {
  const { html, pictures } = withUniquePlaceholders(given, randomDigits);
  const { tr } = view.state;
  // Without how it was written: that has the placeholders.
  const slice = parseSlice(html);
  if (isReplacing) tr.replaceWith(0, tr.doc.content.size, slice.content);
  else tr.replaceSelection(slice);
  view.dispatch(closeHistory(tr.setMeta('paste', true).scrollIntoView()));
  view.dispatch(closeHistory(view.state.tr));
  const depth = undoDepth(view.state);
  void upload(view, pictures, options);
  return () => {
    while (undoDepth(view.state) >= depth && undo(view.state, view.dispatch));
    view.focus();
  };
};

const randomDigits = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 10).toString()).join('');

const extensions: Record<string, string> = { 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp' };

const fileOf = ({ bytes, type }: PastedPicture, index: number) =>
  new File([bytes as BlobPart], `anh-${index + 1}.${extensions[type] ?? 'jpg'}`, { type });

/** Each picture by itself, so that one that fails takes no other with it. */
const upload = async (view: EditorView, pictures: readonly PastedPicture[], { addFiles, say }: Options) => {
  const outcomes = await Promise.all(
    pictures.map(async (picture, index) => {
      const [id] = await addFiles([fileOf(picture, index)]).catch(() => []);
      if (!view.isDestroyed) settlePicture(view, { placeholder: picture.placeholder, id: id ?? null });
      return id !== undefined;
    }),
  );
  const failed = outcomes.filter((isDone) => !isDone).length;
  if (failed > 0) say(`${failed} ảnh chưa tải lên được nên đã bỏ ra. Hãy thêm lại ảnh vào bài.`);
};
