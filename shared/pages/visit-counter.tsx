import type { Totals } from '../visits/tally.ts';
import { numberText } from './numbers.ts';
import { visitsScript } from './scripts.ts';
import { DayOnly } from './time.tsx';

/** The page that explains how visits are counted. */
export const visitStatisticsPath = '/luot-truy-cap';

const lines = [
  ['total', 'Tổng lượt truy cập'],
  ['today', 'Hôm nay'],
  ['month', 'Tháng này'],
  ['online', 'Đang trực tuyến'],
] as const;

type Props = {
  /** Null when they could not be read; the script may still fill them in. */
  totals: Totals | null;
  /** The id of the article on this page. */
  article: string | undefined;
};

/** The visit totals in the footer, and the script that counts the visit. */
export const VisitCounter = ({ totals, article }: Props) => (
  <section class="visits" data-article={article}>
    <h2>Thống kê truy cập</h2>
    <dl>
      {lines.map(([name, label]) => (
        <div>
          <dt>{label}</dt>
          <dd data-count={name}>{totals ? numberText(totals[name]) : '–'}</dd>
        </div>
      ))}
    </dl>
    <p>
      {totals?.since && (
        <>
          Tính từ <DayOnly day={totals.since} />.{' '}
        </>
      )}
      <a href={visitStatisticsPath}>Cách chúng tôi đếm</a>
    </p>
    {/* Our own script, which the policy names by its hash. */}
    <script dangerouslySetInnerHTML={{ __html: visitsScript }} />
  </section>
);
