import type { ComponentChildren } from 'preact';
import { numberText } from '../../../../shared/pages/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';
import { BarChart } from './bar-chart.tsx';
import { type Period, periodText, shortPeriodText } from './periods.ts';

type Visits = { day: string; visits: number };
type Props = {
  caption: string;
  period: Period;
  /** In the order of time. */
  items: readonly Visits[];
  /** What the cell of a period holds; its name by default. */
  cell?: (name: string) => ComponentChildren;
  /** Rows in the order of time, as a document has them, instead of the newest first. */
  isOldestFirst?: true;
};

const columnTitles = { day: 'Ngày', month: 'Tháng', year: 'Năm' };

/** Visits as a chart, and as a table with the same numbers. */
export const VisitsChart = ({ caption, period, items, cell = periodText, isOldestFirst }: Props) => (
  <div class="visits-chart">
    <BarChart
      values={items.map(({ day, visits }) => ({ name: shortPeriodText(day, period), value: visits }))}
    />
    <DataTable
      caption={caption}
      columns={[
        { title: columnTitles[period], cell: ({ day }) => cell(day), isRowHeader: true },
        { title: 'Lượt truy cập', cell: ({ visits }) => numberText(visits), isNumber: true },
      ]}
      rows={isOldestFirst ? items : items.toReversed()}
      keyOf={({ day }) => day}
    />
  </div>
);
