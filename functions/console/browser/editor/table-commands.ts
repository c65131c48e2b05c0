import type { Node } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import {
  goToNextCell,
  addRow as insertRow,
  isInTable,
  mergeCells as mergeSelectedCells,
  selectedRect,
  TableMap,
} from 'prosemirror-tables';
import { enclosing, nodeType } from './nodes.ts';

const newTableColumns = 3;
const newTableBodyRows = 2;

const row = (cellType: string, section: string, attrs: object | null = null) =>
  nodeType('table_row').create(
    { section },
    Array.from({ length: newTableColumns }, () => nodeType(cellType).createAndFill({ ...attrs }) as Node),
  );

/** Inserts a table with a header row, and moves the cursor into it. */
export const insertTable: Command = (state, dispatch) => {
  if (enclosing(state, 'caption', 'figcaption')) return false;
  if (!dispatch) return true;
  const table = nodeType('table').create(null, [
    row('table_header', 'thead', { scope: 'col' }),
    ...Array.from({ length: newTableBodyRows }, () => row('table_cell', 'tbody')),
  ]);
  const tr = state.tr.replaceSelectionWith(table);
  let inserted = -1;
  tr.doc.descendants((node, pos) => {
    if (node === table) inserted = pos;
    return inserted === -1;
  });
  if (inserted !== -1) tr.setSelection(Selection.near(tr.doc.resolve(inserted + 1)));
  dispatch(tr.scrollIntoView());
  return true;
};

/** Adds a row above or below the selected cells, in the section of the row beside it. */
export const addRow =
  (side: 'above' | 'below'): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    const index = side === 'above' ? rect.top : rect.bottom;
    const { section } = rect.table.child(side === 'above' ? rect.top : rect.bottom - 1).attrs;
    const tr = insertRow(state.tr, rect, index);
    const pos = rowPosition(rect.tableStart, rect.table, index);
    tr.setNodeAttribute(pos, 'section', section);
    if (section === 'thead') {
      tr.doc.nodeAt(pos)?.forEach((cell, offset) => void makeCell(tr, pos + 1 + offset, cell, 'col'));
    }
    dispatch?.(tr);
    return true;
  };

const rowPosition = (tableStart: number, table: Node, index: number): number =>
  table.children.slice(0, index).reduce((pos, { nodeSize }) => pos + nodeSize, tableStart);

/** Merges the selected cells, unless they are in several sections: a cell ends with its section. */
export const mergeCells: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { table, top, bottom } = selectedRect(state);
  const [first, ...others] = table.children.slice(top, bottom);
  const isOneSection = others.every(
    ({ attrs }) => attrs.section === first?.attrs.section && !attrs.opensSection,
  );
  return isOneSection && mergeSelectedCells(state, dispatch);
};

type Table = { table: Node; tableStart: number };

const cellsWhere = ({ table, tableStart }: Table, isIncluded: (row: number, column: number) => boolean) => {
  const map = TableMap.get(table);
  const found = new Set<number>();
  map.map.forEach((pos, index) => {
    if (isIncluded(Math.floor(index / map.width), index % map.width)) found.add(pos);
  });
  return [...found].map((pos) => ({ pos: tableStart + pos, cell: table.nodeAt(pos) as Node }));
};

const makeCell = (
  tr: Transaction,
  pos: number,
  { attrs: { colspan, rowspan } }: Node,
  scope: string | null,
) => tr.setNodeMarkup(pos, nodeType(scope ? 'table_header' : 'table_cell'), { colspan, rowspan, scope });

/** Rows that the first one reaches into. */
const headerHeight = (table: Node) =>
  Math.max(1, ...(table.firstChild?.children ?? []).map(({ attrs }) => attrs.rowspan as number));

export const hasHeaderRow = (state: EditorState): boolean =>
  isInTable(state) && selectedRect(state).table.firstChild?.attrs.section === 'thead';

/** Makes the first row a header, with cells that say they head columns, or an ordinary row. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  const isHeader = hasHeaderRow(state);
  const height = headerHeight(rect.table);
  const { tr } = state;
  for (let index = 0; index < height; index += 1) {
    tr.setNodeMarkup(rowPosition(rect.tableStart, rect.table, index), null, {
      section: isHeader ? 'tbody' : 'thead',
      opensSection: false,
    });
  }
  for (const { pos, cell } of cellsWhere(rect, (at) => at < height)) {
    makeCell(tr, pos, cell, isHeader ? null : 'col');
  }
  dispatch?.(tr);
  return true;
};

const bodyCellsOfFirstColumn = (state: EditorState) => {
  const rect = selectedRect(state);
  return cellsWhere(rect, (at, column) => column === 0 && rect.table.child(at).attrs.section !== 'thead');
};

export const hasHeaderColumn = (state: EditorState): boolean => {
  if (!isInTable(state)) return false;
  const cells = bodyCellsOfFirstColumn(state);
  return cells.length > 0 && cells.every(({ cell }) => cell.type.name === 'table_header');
};

/** Makes the cells of the first column below the header row headers of their rows, or ordinary cells. */
export const toggleHeaderColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const scope = hasHeaderColumn(state) ? null : 'row';
  const { tr } = state;
  for (const { pos, cell } of bodyCellsOfFirstColumn(state)) makeCell(tr, pos, cell, scope);
  dispatch?.(tr);
  return true;
};

export const hasCaption = (state: EditorState): boolean => enclosing(state, 'captioned_table') !== null;

/** Adds a caption and moves the cursor into it, or removes the caption. */
export const toggleCaption: Command = (state, dispatch) => {
  const captioned = enclosing(state, 'captioned_table');
  if (captioned) {
    const { node, pos } = captioned;
    dispatch?.(state.tr.replaceWith(pos, pos + node.nodeSize, node.lastChild as Node));
    return true;
  }
  const found = enclosing(state, 'table');
  if (!found) return false;
  const { node, pos } = found;
  const whole = nodeType('captioned_table').create(null, [nodeType('caption').create(), node]);
  const tr = state.tr.replaceWith(pos, pos + node.nodeSize, whole);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 2)).scrollIntoView());
  return true;
};

/** Deletes the table with its caption. */
export const deleteTable: Command = (state, dispatch) => {
  const found = enclosing(state, 'captioned_table') ?? enclosing(state, 'table');
  if (!found) return false;
  dispatch?.(state.tr.deleteRange(found.pos, found.pos + found.node.nodeSize).scrollIntoView());
  return true;
};

/** Moves to the next cell, after the last one into a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!isInTable(state) || !addRow('below')(state, dispatch)) return false;
  return view === undefined || goToNextCell(1)(view.state, dispatch);
};

export const previousCell: Command = goToNextCell(-1);
