import { make } from './elements.ts';
import { isElement, type PastedElement, type PastedNode } from './pasted-tree.ts';
import { type FlowContext, toBlocks, type Within } from './to-blocks.ts';

const spanLimit = 100;

type Cell = { element: PastedElement; isHeader: boolean };
type Row = { cells: Cell[]; isHead: boolean };

/** A table. One of a single cell is there for its looks, and only its content is kept, below its caption. */
export const toTable = (table: PastedElement, within: Within, context: FlowContext): PastedElement[] => {
  const { rows, captions, strays } = partsOf(table);
  const before = toBlocks(strays, within, context);
  const [only] = rows;
  const isLayout = rows.length === 1 && only?.cells.length === 1 && !only.isHead;
  if (rows.length === 0 || isLayout) {
    const cell = only?.cells[0]?.element.children ?? [];
    return [...before, ...toBlocks(captions, within, context), ...toBlocks(cell, within, context)];
  }
  const caption = cellContent(toBlocks(captions, { ...within, place: 'cell' }, context));
  const head = headRows(rows);
  const sections = [
    ...(caption.length > 0 ? [make('caption', caption)] : []),
    ...section('thead', rows.slice(0, head), within, context),
    ...section('tbody', rows.slice(head), within, context),
  ];
  return [...before, ...(sections.length > 0 ? [make('table', sections)] : [])];
};

/** How many rows, from the first, the source marks as a header: rows in `thead`, or one of header cells alone. */
const headRows = (rows: readonly Row[]): number => {
  const marked = rows.findIndex(({ isHead }) => !isHead);
  if (marked !== 0) return marked < 0 ? rows.length : marked;
  return rows.length > 1 && rows[0]?.cells.every(({ isHeader }) => isHeader) ? 1 : 0;
};

/** The rows of a table, header rows first and footer rows last; its captions; and whatever stands outside of cells. */
const partsOf = (table: PastedElement) => {
  const rows: Row[] = [];
  const footRows: Row[] = [];
  const captions: PastedNode[] = [];
  const strays: PastedNode[] = [];
  const read = (nodes: readonly PastedNode[], part: string) => {
    for (const node of nodes) {
      if (!isElement(node)) strays.push(node);
      else if (/^(?:thead|tbody|tfoot)$/.test(node.tag)) read(node.children, node.tag);
      else if (node.tag === 'caption') captions.push(...node.children);
      else if (node.tag === 'tr') {
        const cells = cellsOf(node, strays);
        if (cells.length > 0) (part === 'tfoot' ? footRows : rows).push({ cells, isHead: part === 'thead' });
      } else if (!/^col(?:group)?$/.test(node.tag)) strays.push(node);
    }
  };
  read(table.children, 'tbody');
  const headFirst = [...rows.filter(({ isHead }) => isHead), ...rows.filter(({ isHead }) => !isHead)];
  return { rows: [...headFirst, ...footRows], captions, strays };
};

const cellsOf = (row: PastedElement, strays: PastedNode[]): Cell[] =>
  row.children.flatMap((node) => {
    if (isElement(node) && /^t[dh]$/.test(node.tag))
      return [{ element: inRow(node, row), isHeader: node.tag === 'th' }];
    strays.push(node);
    return [];
  });

/** A cell with what its row declares for it. */
const inRow = (cell: PastedElement, row: PastedElement): PastedElement => ({
  ...cell,
  style: new Map([...row.style, ...cell.style]),
});

const section = (tag: 'thead' | 'tbody', rows: readonly Row[], within: Within, context: FlowContext) => {
  const made = rows.map(({ cells }, index) =>
    make(
      'tr',
      cells.map((cell) => {
        const scope = scopeOf(cell, cells, tag === 'thead');
        const inCell: Within = { ...within, place: 'cell', boldAnyway: scope !== undefined };
        const content = toBlocks([asBlock(cell.element)], inCell, context);
        return make(scope === undefined ? 'td' : 'th', cellContent(content), {
          ...(scope && { scope }),
          ...spans(cell.element, rows.length - index),
        });
      }),
    ),
  );
  return made.length > 0 ? [make(tag, made)] : [];
};

/** What a header cell is the header of; `undefined` for a cell of data. */
const scopeOf = (
  { element, isHeader }: Cell,
  cells: readonly Cell[],
  inHead: boolean,
): string | undefined => {
  if (!isHeader && !inHead) return;
  const { scope = '' } = element.attributes;
  if (/^(?:col|row|colgroup|rowgroup)$/.test(scope)) return scope;
  return inHead || cells.every((cell) => cell.isHeader) ? 'col' : 'row';
};

/** A cell's content with what the cell declares for it. */
const asBlock = (cell: PastedElement): PastedElement => ({ ...cell, tag: 'div', attributes: {} });

const cellContent = (blocks: readonly PastedElement[]): readonly PastedNode[] =>
  blocks.length === 1 && blocks[0]?.tag === 'p' ? blocks[0].children : blocks;

const spans = ({ attributes }: PastedElement, rowsLeft: number): Record<string, string> => {
  const colspan = span(attributes.colspan, spanLimit);
  const rowspan = span(attributes.rowspan, rowsLeft);
  return {
    ...(colspan > 1 && { colspan: String(colspan) }),
    ...(rowspan > 1 && { rowspan: String(rowspan) }),
  };
};

const span = (value: string | undefined, limit: number): number =>
  /^\d{1,5}$/.test(value ?? '') ? Math.min(Number(value), limit) : 1;
