import { monthText } from './dates.ts';
import { numberText } from './numbers.ts';

export type MonthVisits = { month: string; visits: number };

const barWidth = 28;
const step = 44;
const height = 160;
/** Room above the bars for a number, below them for a month. */
const margin = 22;

/** Visits by month as bars, and as the table that says the same. Drawn on the server: no script, no picture to fetch. */
export const MonthsChart = ({ months }: { months: readonly MonthVisits[] }) => {
  const most = Math.max(1, ...months.map(({ visits }) => visits));
  const width = months.length * step;
  return (
    <figure class="months">
      <svg viewBox={`0 0 ${width} ${height + 2 * margin}`} aria-hidden="true" focusable="false">
        {months.map(({ month, visits }, index) => {
          const bar = Math.round((visits / most) * height);
          const middle = index * step + step / 2;
          return (
            <>
              <rect x={middle - barWidth / 2} y={margin + height - bar} width={barWidth} height={bar} />
              <text x={middle} y={margin + height - bar - 5}>
                {shortText(visits)}
              </text>
              <text x={middle} y={2 * margin + height - 6}>
                {monthText(month).replace(/\/20/, '/')}
              </text>
            </>
          );
        })}
      </svg>
      <table>
        <caption>Lượt truy cập theo tháng</caption>
        <thead>
          <tr>
            <th scope="col">Tháng</th>
            <th scope="col">Lượt truy cập</th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, visits }) => (
            <tr>
              <th scope="row">{monthText(month)}</th>
              <td>{numberText(visits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};

const compact = new Intl.NumberFormat('vi-VN', { notation: 'compact', maximumFractionDigits: 1 });

/** `12,3 N` for what is too long to stand over a bar. */
const shortText = (number: number) => (number < 10_000 ? numberText(number) : compact.format(number));
