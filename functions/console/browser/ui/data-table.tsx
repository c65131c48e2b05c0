import type { ComponentChildren } from 'preact';

type Column<Row> = {
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers are aligned at their right. */
  isNumber?: true;
  /** The cell names its row. */
  isRowHeader?: true;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** A table with a caption. One that is wider than the window scrolls, by keys too. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf }: Props<Row>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
  <section class="data-table" aria-label={caption} tabIndex={0}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" class={isNumber && 'number'}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, isNumber, isRowHeader }) =>
              isRowHeader ? (
                <th key={title} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} class={isNumber && 'number'}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
