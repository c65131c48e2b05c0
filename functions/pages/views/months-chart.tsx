import { monthText } from '../../../shared/pages/dates.ts';
import { compactText, numberText } from '../../../shared/pages/numbers.ts';
import type { MonthVisits } from '../../../shared/visits/tally.ts';

const barWidth = 28;
const step = 44;
const height = 160;
/** Room in pixels above the bars for a number, below them for a month. */
const margin = 22;

/** Visits by month as a bar chart, and as a table with the same numbers. Rendered on the server: no script and no image request. */
export const MonthsChart = ({ months }: { months: readonly MonthVisits[] }) => {
  const most = Math.max(1, ...months.map(({ visits }) => visits ?? 0));
  return (
    <figure class="months">
      <svg
        viewBox={`0 0 ${months.length * step} ${height + 2 * margin}`}
        aria-hidden="true"
        focusable="false"
      >
        {months.map(({ month, visits }, index) => (
          <>
            {visits !== null && (
              <Bar
                middle={(index + 0.5) * step}
                length={Math.round((visits / most) * height)}
                visits={visits}
              />
            )}
            <text x={(index + 0.5) * step} y={height + 2 * margin - 6}>
              {Number(month.slice(-2))}
            </text>
          </>
        ))}
      </svg>
      <MonthsTable months={months} />
    </figure>
  );
};

const Bar = ({ middle, length, visits }: { middle: number; length: number; visits: number }) => (
  <>
    <rect x={middle - barWidth / 2} y={margin + height - length} width={barWidth} height={length} />
    <text class="number" x={middle} y={margin + height - length - 5}>
      {shortText(visits)}
    </text>
  </>
);

/** Newest month first, without months before counting began. */
const MonthsTable = ({ months }: { months: readonly MonthVisits[] }) => (
  <table>
    <caption>Lượt truy cập theo tháng</caption>
    <thead>
      <tr>
        <th scope="col">Tháng</th>
        <th scope="col">Lượt truy cập</th>
      </tr>
    </thead>
    <tbody>
      {months.toReversed().map(
        ({ month, visits }) =>
          visits !== null && (
            <tr>
              <th scope="row">{monthText(month)}</th>
              <td>{numberText(visits)}</td>
            </tr>
          ),
      )}
    </tbody>
  </table>
);

/** `12,3 N` for a number that is too long for a bar. */
const shortText = (number: number) => (number < 10_000 ? numberText(number) : compactText(number));
