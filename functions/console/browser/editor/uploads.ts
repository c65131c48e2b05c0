import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { insertFigures } from './picture-commands.ts';

type Change = { add?: { upload: object; pos: number; text: string }; remove?: object };

const uploadsKey = new PluginKey<DecorationSet>('uploads');

const placeholder = (text: string) => () => {
  const element = document.createElement('p');
  element.className = 'editor-upload';
  element.textContent = text;
  return element;
};

/** Shows where pictures that are being uploaded will stand, while the text around them changes. */
export const uploadPlaceholders = (): Plugin =>
  new Plugin<DecorationSet>({
    key: uploadsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) => {
        const mapped = before.map(tr.mapping, tr.doc);
        const { add, remove }: Change = tr.getMeta(uploadsKey) ?? {};
        if (add) {
          const spec = { upload: add.upload, side: 1 };
          return mapped.add(tr.doc, [Decoration.widget(add.pos, placeholder(add.text), spec)]);
        }
        return remove
          ? mapped.remove(mapped.find(undefined, undefined, ({ upload }) => upload === remove))
          : mapped;
      },
    },
    props: { decorations: (state) => uploadsKey.getState(state) },
  });

/** Uploads files and inserts their pictures where `pos` is by then. Pictures whose place was deleted meanwhile come at the cursor. */
export const uploadInto = async (
  view: EditorView,
  pos: number,
  files: File[],
  addFiles: (files: File[]) => Promise<string[]>,
): Promise<void> => {
  const upload = {};
  const change = (meta: Change) => view.state.tr.setMeta(uploadsKey, meta);
  view.dispatch(change({ add: { upload, pos, text: `Đang tải ${files.length} ảnh lên…` } }));
  const ids = await addFiles(files).catch(() => []);
  if (view.isDestroyed) return;
  const [found] =
    uploadsKey.getState(view.state)?.find(undefined, undefined, (spec) => spec.upload === upload) ?? [];
  view.dispatch(insertFigures(change({ remove: upload }), found?.from ?? view.state.selection.to, ids));
};
