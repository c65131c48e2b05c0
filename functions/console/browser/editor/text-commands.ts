import { setBlockType, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { liftTarget } from 'prosemirror-transform';
import { enclosing, nodeType } from './nodes.ts';

export const isMarkActive = ({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean =>
  selection.empty
    ? type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined
    : doc.rangeHasMark(selection.from, selection.to, type);

/** The heading level of the block of the cursor, null for a paragraph. */
export const headingLevel = (state: EditorState): number | null =>
  state.selection.$from.parent.type.name === 'heading' ? state.selection.$from.parent.attrs.level : null;

export const setParagraph: Command = setBlockType(nodeType('paragraph'));

/** Makes the blocks headings of a level, or paragraphs again. */
export const toggleHeading =
  (level: number): Command =>
  (state, dispatch) =>
    headingLevel(state) === level
      ? setParagraph(state, dispatch)
      : setBlockType(nodeType('heading'), { level })(state, dispatch);

const listNames = ['bullet_list', 'ordered_list'];

export const listKind = (state: EditorState): string | null =>
  enclosing(state, ...listNames)?.node.type.name ?? null;

/** Makes a list of the blocks, a list of the other kind of the list, or paragraphs of a list of this kind. */
export const toggleList =
  (name: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch) => {
    const list = enclosing(state, ...listNames);
    const type: NodeType = nodeType(name);
    if (!list) return wrapInList(type)(state, dispatch);
    if (list.node.type === type) return liftListItem(nodeType('list_item'))(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.pos, type));
    return true;
  };

export const isInQuote = (state: EditorState): boolean => enclosing(state, 'blockquote') !== null;

/** Puts the blocks into a quote, or takes them out of it. */
export const toggleQuote: Command = (state, dispatch) => {
  if (!isInQuote(state)) return wrapIn(nodeType('blockquote'))(state, dispatch);
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, ({ type }) => type.name === 'blockquote');
  const target = range && liftTarget(range);
  if (!range || target === null || target === undefined) return false;
  dispatch?.(state.tr.lift(range, target));
  return true;
};

export const insertRule: Command = (state, dispatch) => {
  if (enclosing(state, 'caption', 'figcaption')) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodeType('horizontal_rule').create()).scrollIntoView());
  return true;
};

export const insertLineBreak: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodeType('hard_break').create(), true).scrollIntoView());
  return true;
};

/** Enter in a caption goes on below its figure or in the first cell of its table. */
export const leaveCaption: Command = (state, dispatch) => {
  const caption = enclosing(state, 'caption', 'figcaption');
  if (!caption) return false;
  const whole = enclosing(state, 'captioned_table', 'figure');
  if (!whole) return false;
  const after = whole.pos + whole.node.nodeSize;
  const { tr } = state;
  if (tr.doc.resolve(after).nodeAfter?.type.name !== 'paragraph')
    tr.insert(after, nodeType('paragraph').create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};
