/** Sections of a table, in the order in which HTML has them: https://html.spec.whatwg.org/#the-table-element */
type Section = 'thead' | 'tbody' | 'tfoot';

/** The editor shows all rows in one `tbody` and names the section on each. */
const sectionOf = (row: HTMLElement): Section | null => {
  const name = row.dataset.section ?? row.parentElement?.localName;
  return name === 'thead' || name === 'tbody' || name === 'tfoot' ? name : null;
};

/** Attributes of a row: its section, and whether it begins another one of the same kind. */
export const rowAttributes = (row: HTMLElement) => {
  const section = sectionOf(row);
  const previous = row.parentElement?.previousElementSibling?.localName;
  const isFirst = row.previousElementSibling === null;
  return { section: section ?? 'tbody', opensSection: section !== null && isFirst && previous === section };
};

/** Beyond this a `colspan` means "all columns", and the editor would add as many cells to every other row. */
const likelyColumns = 20;

const columnsOf = (table: HTMLTableElement | null): number =>
  Math.max(
    1,
    ...[...(table?.rows ?? [])].map(({ cells }) =>
      [...cells].reduce((sum, { colSpan }) => sum + (colSpan > likelyColumns ? 0 : colSpan), 0),
    ),
  );

/** Attributes of a cell. Spans are limited to the rows of its section and the columns of its table, as browsers draw them. */
export const cellAttributes = (cell: HTMLTableCellElement) => ({
  colspan: cell.colSpan > likelyColumns ? columnsOf(cell.closest('table')) : cell.colSpan,
  rowspan: cell.hasAttribute('rowspan') ? limitedRowSpan(cell) : 1,
});

const limitedRowSpan = (cell: HTMLTableCellElement): number => {
  const row = cell.closest('tr');
  const rows = [...(row?.parentElement?.children ?? [])];
  const left = row ? rows.length - rows.indexOf(row) : 1;
  return cell.rowSpan === 0 ? left : Math.min(cell.rowSpan, left);
};
