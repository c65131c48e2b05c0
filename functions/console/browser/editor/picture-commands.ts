import { Fragment, type Node } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  type Transaction,
} from 'prosemirror-state';
import { insertPoint } from 'prosemirror-transform';
import { enclosing, type Found, nodeType } from './nodes.ts';

const figureOf = (id: string): Node =>
  nodeType('figure').create(null, [nodeType('picture').create({ id }), nodeType('figcaption').create()]);

/** Inserts figures at a position, or after the block around it, in place of an empty paragraph. Positions are those of `tr.doc`. */
export const insertFigures = (tr: Transaction, pos: number, ids: readonly string[]): Transaction => {
  const figures = ids.map(figureOf);
  const [first] = figures;
  if (!first) return tr;
  const $pos = tr.doc.resolve(pos);
  const isEmptyParagraph = $pos.parent.type.name === 'paragraph' && $pos.parent.content.size === 0;
  if (isEmptyParagraph) return tr.replaceWith($pos.before(), $pos.after(), figures);
  return tr.insert(placeFor(tr, pos), Fragment.from(figures));
};

/** Outside of a figure, a captioned table and a list item's own text. */
const placeFor = (tr: Transaction, pos: number): number => {
  const $pos = tr.doc.resolve(pos);
  for (let depth = 1; depth <= $pos.depth; depth += 1) {
    if (['figure', 'captioned_table'].includes($pos.node(depth).type.name)) return $pos.after(depth);
  }
  const isInText = $pos.parent.isTextblock && $pos.parentOffset > 0;
  const around = isInText ? $pos.after() : pos;
  return insertPoint(tr.doc, around, nodeType('figure')) ?? $pos.after(1);
};

/** Inserts a figure at the cursor and moves the cursor into its caption. */
export const insertPicture =
  (id: string): Command =>
  (state, dispatch) => {
    const tr = insertFigures(state.tr, state.selection.to, [id]);
    const caption = lastCaptionBefore(tr);
    if (caption !== null) tr.setSelection(Selection.near(tr.doc.resolve(caption)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** The start of the caption that the transaction inserted. */
const lastCaptionBefore = (tr: Transaction): number | null => {
  let end = -1;
  tr.mapping.maps.at(-1)?.forEach((_from, _to, _newFrom, newTo) => {
    end = newTo;
  });
  return end < 0 ? null : end - 2;
};

/** The id of the picture that is selected, or of the figure that holds the cursor. */
export const selectedPicture = (state: EditorState): string | null => {
  const { selection } = state;
  if (selection instanceof NodeSelection && ['picture', 'image'].includes(selection.node.type.name)) {
    return selection.node.attrs.id;
  }
  const picture = enclosing(state, 'figure')?.node.children.find(({ type }) => type.name === 'picture');
  return picture?.attrs.id ?? null;
};

const movable = (state: EditorState): Found | null => enclosing(state, 'figure');

/** Moves the figure of the selection before the block above it, or after the one below. */
export const moveFigure =
  (direction: 'up' | 'down'): Command =>
  (state, dispatch) => {
    const found = movable(state);
    if (!found) return false;
    const { node, pos } = found;
    const $pos = state.doc.resolve(pos);
    const other = direction === 'up' ? $pos.nodeBefore : state.doc.resolve(pos + node.nodeSize).nodeAfter;
    if (!other || !$pos.parent.type.spec.content?.includes('block')) return false;
    const target = direction === 'up' ? pos - other.nodeSize : pos + other.nodeSize;
    const tr = state.tr.delete(pos, pos + node.nodeSize).insert(target, node);
    const offset = state.selection.anchor - pos;
    const selection =
      state.selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, target + offset)
        : Selection.near(tr.doc.resolve(target + offset));
    dispatch?.(tr.setSelection(selection).scrollIntoView());
    return true;
  };

/** Deletes the selected picture, with its figure if it is the only one in it. */
export const deletePicture: Command = (state, dispatch) => {
  const figure = enclosing(state, 'figure');
  const { selection } = state;
  const isPicture =
    selection instanceof NodeSelection && ['picture', 'image'].includes(selection.node.type.name);
  const pictures = figure?.node.children.filter(({ type }) => type.name === 'picture') ?? [];
  if (isPicture && pictures.length !== 1) {
    dispatch?.(state.tr.deleteSelection().scrollIntoView());
    return true;
  }
  if (!figure) return false;
  dispatch?.(state.tr.deleteRange(figure.pos, figure.pos + figure.node.nodeSize).scrollIntoView());
  return true;
};

/** The same, when a picture is what is selected. */
export const deleteSelectedPicture: Command = (state, dispatch) =>
  state.selection instanceof NodeSelection && state.selection.node.type.name === 'picture'
    ? deletePicture(state, dispatch)
    : false;
