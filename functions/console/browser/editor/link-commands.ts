import type { Mark, MarkType, Node } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './schema.ts';

const linkType = schema.marks.link as MarkType;

/** A stretch of text to be a link: its positions, its text and the address it has. */
export type LinkRange = { from: number; to: number; text: string; href: string | null };

/** The link around the cursor, or the selected text. A cursor outside of links is an empty range. */
export const linkRange = ({ selection, doc }: EditorState): LinkRange => {
  const { $from, from, to, empty } = selection;
  const around = empty ? linkAround($from.parent, $from.parentOffset) : null;
  if (around) {
    const start = $from.start();
    const range = { from: start + around.from, to: start + around.to };
    return { ...range, text: doc.textBetween(range.from, range.to), href: around.mark.attrs.href };
  }
  let href: string | null = null;
  doc.nodesBetween(from, to, ({ marks }) => {
    href ??= linkType.isInSet(marks)?.attrs.href ?? null;
  });
  return { from, to, text: doc.textBetween(from, to, ' '), href };
};

type LinkedRun = { from: number; to: number; mark: Mark };

/** The adjacent children with the same link that touch an offset. */
const linkAround = (parent: Node, offset: number): LinkedRun | null => {
  const runs: LinkedRun[] = [];
  let from = 0;
  for (const { marks, nodeSize } of parent.children) {
    const mark = linkType.isInSet(marks);
    const to = from + nodeSize;
    const last = runs.at(-1);
    if (mark && last?.to === from && last.mark.eq(mark)) last.to = to;
    else if (mark) runs.push({ from, to, mark });
    from = to;
  }
  return runs.find((run) => run.from <= offset && offset <= run.to) ?? null;
};

/** Makes a range a link. An empty range gets the text. */
export const setLink =
  ({ from, to }: LinkRange, href: string, text: string): Command =>
  (state, dispatch) => {
    const mark = linkType.create({ href });
    const { tr } = state;
    if (from === to) tr.insert(from, schema.text(text, [...tr.doc.resolve(from).marks(), mark]));
    else tr.removeMark(from, to, linkType).addMark(from, to, mark);
    dispatch?.(tr.scrollIntoView());
    return true;
  };

export const removeLink =
  ({ from, to }: LinkRange): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.removeMark(from, to, linkType));
    return true;
  };
