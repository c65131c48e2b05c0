import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** What became of a placeholder: the id of the picture, `null` when it could not be uploaded. */
type Settled = { placeholder: string; id: string | null };

const key = new PluginKey<ReadonlyMap<string, string | null>>('pendingPictures');
/** What the history's own transactions carry: https://prosemirror.net/docs/ref/#history.isHistoryTransaction */
const historyMeta = 'history$';

/** Gives pictures their ids when they are uploaded, and to those that undo and redo bring back later. */
export const pendingPictures = (): Plugin =>
  new Plugin({
    key,
    state: {
      init: () => new Map<string, string | null>(),
      apply: (tr, settled) => {
        const now: Settled | undefined = tr.getMeta(key);
        return now ? new Map([...settled, [now.placeholder, now.id]]) : settled;
      },
    },
    appendTransaction: (transactions, _, state) => {
      const settled = key.getState(state);
      const mayHavePending = transactions.some((tr) => tr.getMeta(key) || tr.getMeta(historyMeta));
      if (!settled?.size || !mayHavePending) return;
      const tr = replacePending(state.tr, settled);
      return tr.docChanged ? tr.setMeta('addToHistory', false) : undefined;
    },
  });

/** Says what became of a placeholder. */
export const settlePicture = (view: EditorView, settled: Settled) =>
  view.dispatch(view.state.tr.setMeta(key, settled));

const replacePending = (tr: Transaction, settled: ReadonlyMap<string, string | null>): Transaction => {
  tr.doc.descendants((node, pos, parent) => {
    const id = settled.get(node.attrs.id);
    if (id === undefined) return;
    const at = tr.mapping.map(pos);
    if (id !== null) tr.setNodeAttribute(at, 'id', id);
    else if (parent && isOnlyContent(parent)) tr.delete(at - 1, at - 1 + parent.nodeSize);
    else tr.delete(at, at + node.nodeSize);
  });
  return tr;
};

const isOnlyContent = (parent: Node) => parent.type.name === 'figure' && parent.childCount === 1;
