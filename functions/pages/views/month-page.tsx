import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { dayPath, monthPath } from '../../../shared/pages/calendar-paths.ts';
import { monthText, monthWords } from '../../../shared/pages/dates.ts';
import { type PageContext, sitePage } from '../../../shared/pages/layout.tsx';
import { CategoriesBox } from '../../../shared/pages/side-boxes.tsx';
import { localDay, monthOf } from '../../../shared/time/local-day.ts';
import { monthGrid } from '../../../shared/time/month-grid.ts';
import { DayBox } from './day-box.tsx';

type Props = PageContext & {
  /** `2021-10`. */
  month: string;
  /** The day of each article. */
  days: readonly string[];
  /** The nearest months with news. */
  before: string | null;
  after: string | null;
};

const weekdays = [
  ['T2', 'Thứ Hai'],
  ['T3', 'Thứ Ba'],
  ['T4', 'Thứ Tư'],
  ['T5', 'Thứ Năm'],
  ['T6', 'Thứ Sáu'],
  ['T7', 'Thứ Bảy'],
  ['CN', 'Chủ nhật'],
] as const;

/** The calendar of a month: which days have news, and how much. */
export const monthPage = ({ month, days, before, after, ...context }: Props): string => {
  const { site, now, origin } = context;
  const title = `Lịch tin ${monthWords(month)}`;
  const isEmpty = days.length === 0;
  return sitePage({
    ...context,
    head: {
      title,
      description: `${days.length} tin đăng ${monthWords(month)} trên ${site.name}, theo từng ngày.`,
      ...(isEmpty
        ? { meta: [['robots', 'noindex, follow'] as const] }
        : { canonical: origin + monthPath(month) }),
    },
    main: (
      <>
        <Breadcrumb />
        <h1>{title}</h1>
        {isEmpty && <p class="empty">Không có tin nào được đăng trong tháng này.</p>}
        <Grid month={month} counts={countOf(days)} today={localDay(now)} />
        {(before || after) && (
          <nav class="pager" aria-label="Những tháng gần nhất có tin">
            {before && (
              <a href={monthPath(before)} rel="prev">
                ‹ {monthWords(before, 'Tháng')}
              </a>
            )}
            {after && (
              <a href={monthPath(after)} rel="next">
                {monthWords(after, 'Tháng')} ›
              </a>
            )}
          </nav>
        )}
      </>
    ),
    side: (
      <>
        <DayBox now={now} />
        <CategoriesBox categories={site.categories} />
      </>
    ),
  });
};

const countOf = (days: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
};

type GridProps = { month: string; counts: ReadonlyMap<string, number>; today: string };

const Grid = ({ month, counts, today }: GridProps) => (
  <table class="calendar">
    <caption class="hidden">Số tin của từng ngày trong {monthWords(month)}</caption>
    <thead>
      <tr>
        {weekdays.map(([short, long]) => (
          <th scope="col">
            <abbr title={long}>{short}</abbr>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {monthGrid(month).map((week) => (
        <tr>
          {week.map((day) => (
            <td aria-current={day === today ? 'date' : undefined}>
              {day && <Cell day={day} count={counts.get(day) ?? 0} />}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Cell = ({ day, count }: { day: string; count: number }) => {
  const number = Number(day.slice(-2));
  if (count === 0) return <span>{number}</span>;
  return (
    <a href={dayPath(day)}>
      {number}
      <span class="hidden">/{monthText(monthOf(day))}:</span> <small>{count} tin</small>
    </a>
  );
};
