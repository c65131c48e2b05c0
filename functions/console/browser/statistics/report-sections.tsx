import { dayText, monthWords } from '../../../../shared/pages/dates.ts';
import { numberText } from '../../../../shared/pages/numbers.ts';
import { addMonths } from '../../../../shared/time/local-day.ts';
import { useCategoryName } from '../api/use-category-name.ts';
import { DataTable } from '../ui/data-table.tsx';
import type { Report } from './load-report.ts';
import { MissesTable } from './misses-table.tsx';
import { changeInWords } from './month-change.ts';
import { MostReadTable } from './most-read-table.tsx';
import { VisitsChart } from './visits-chart.tsx';

/** Rows of a list of the report: it is read on paper. */
const rowLimit = 10;

type Props = { month: string; report: Report };

/** The sections of a month's report. */
export const ReportSections = ({ month, report }: Props) => (
  <>
    <h2>1. Lượt truy cập</h2>
    <Comparison month={month} report={report} />
    {report.days.length > 0 && (
      <>
        <h3>Lượt truy cập từng ngày</h3>
        <VisitsChart caption="Lượt truy cập từng ngày" period="day" items={report.days} isOldestFirst />
      </>
    )}
    <h2>2. Bài đã đăng</h2>
    <Published articles={report.published} />
    <h2>3. Bài được đọc nhiều</h2>
    {report.mostRead.length === 0 ? (
      <p>Không có lượt đọc nào được ghi nhận.</p>
    ) : (
      <MostReadTable
        caption={`${Math.min(rowLimit, report.mostRead.length)} bài được đọc nhiều nhất`}
        articles={report.mostRead.slice(0, rowLimit)}
      />
    )}
    <h2>4. Người dân tìm mà chưa có bài</h2>
    {report.misses.length === 0 ? (
      <p>Không có ghi nhận nào. Từ tìm chỉ được giữ 90 ngày.</p>
    ) : (
      <MissesTable
        caption={`${Math.min(rowLimit, report.misses.length)} từ được tìm nhiều nhất mà không có kết quả`}
        misses={report.misses.slice(0, rowLimit)}
      />
    )}
  </>
);

/** The visits of the month beside those of the month before, and of the same month a year before. */
const Comparison = ({ month, report: { days, visits, monthBefore, yearBefore } }: Props) => {
  const busiest = days.reduce((most, each) => (each.visits > most.visits ? each : most), {
    day: '',
    visits: 0,
  });
  const rows = [
    { name: monthWords(month, 'Tháng'), visits, change: '' },
    ...[
      { name: addMonths(month, -1), before: monthBefore },
      { name: addMonths(month, -12), before: yearBefore },
    ].map(({ name, before }) => ({
      name: monthWords(name, 'Tháng'),
      visits: before,
      change: changeInWords(visits, before) ?? '–',
    })),
  ];
  return (
    <>
      <p>
        Trong {monthWords(month)}, cổng có {numberText(visits)} lượt truy cập
        {days.length > 0 && `, trung bình ${numberText(Math.round(visits / days.length))} lượt mỗi ngày`}
        {busiest.visits > 0 &&
          `; ngày nhiều nhất là ${dayText(busiest.day)} với ${numberText(busiest.visits)} lượt`}
        .
      </p>
      <DataTable
        caption="So với tháng trước và cùng kỳ năm trước"
        columns={[
          { title: 'Tháng', cell: ({ name }) => name, isRowHeader: true },
          {
            title: 'Lượt truy cập',
            cell: ({ visits: counted }) => (counted === null ? 'chưa đếm' : numberText(counted)),
            isNumber: true,
          },
          { title: 'Tháng này so với tháng đó', cell: ({ change }) => change },
        ]}
        rows={rows}
        keyOf={({ name }) => name}
      />
    </>
  );
};

const Published = ({ articles }: { articles: Report['published'] }) => {
  const nameOf = useCategoryName();
  const total = articles.reduce((sum, each) => sum + each.articles, 0);
  if (total === 0) return <p>Không có bài nào được đăng.</p>;
  return (
    <DataTable
      caption={`${numberText(total)} bài, theo chuyên mục`}
      columns={[
        { title: 'Chuyên mục', cell: ({ category }) => nameOf(category), isRowHeader: true },
        { title: 'Số bài', cell: ({ articles: count }) => numberText(count), isNumber: true },
      ]}
      rows={articles}
      keyOf={({ category }) => category}
    />
  );
};
