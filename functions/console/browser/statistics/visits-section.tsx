import { useLocation } from 'preact-iso';
import { useApi } from '../api/api-context.ts';
import { CsvButton } from '../api/csv-button.tsx';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { useSession } from '../session/session-context.ts';
import { chartRange, type Period, periodText } from './periods.ts';
import { TotalsList } from './totals-list.tsx';
import { VisitsChart } from './visits-chart.tsx';

/** Periods by their names in the address. */
const choices: readonly { period: Period; parameter: string; label: string; caption: string }[] = [
  { period: 'day', parameter: 'ngay', label: 'Theo ngày', caption: 'Lượt truy cập 30 ngày qua' },
  { period: 'month', parameter: 'thang', label: 'Theo tháng', caption: 'Lượt truy cập 12 tháng qua' },
  { period: 'year', parameter: 'nam', label: 'Theo năm', caption: 'Lượt truy cập từng năm' },
];

/** Visits by day, month or year, which the address says. */
export const VisitsSection = ({ today }: { today: string }) => {
  const api = useApi();
  const { user } = useSession();
  const { query: parameters } = useLocation();
  const chosen = choices.find(({ parameter }) => parameter === parameters.theo) ?? choices[0];
  const { period = 'day', caption = '' } = chosen ?? {};
  const query = { ...chartRange(period, today), by: period };
  const { loaded, reload } = useLoaded(() => api.call('GET /api/admin/visits', { query }), period);
  const reportLink = (month: string) =>
    user.role === 'author' ? (
      periodText(month)
    ) : (
      <a href={`/quan-tri/so-lieu/${month}`}>{periodText(month)}</a>
    );
  return (
    <section aria-labelledby="luot-truy-cap">
      <h2 id="luot-truy-cap">Lượt truy cập</h2>
      {loaded.kind === 'loaded' && <TotalsList totals={loaded.value.body} />}
      <nav class="choices" aria-label="Cách xem lượt truy cập">
        {choices.map(({ period: each, parameter, label }) => (
          <a
            key={each}
            href={`/quan-tri/so-lieu?theo=${parameter}`}
            aria-current={each === period ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {loaded.kind === 'loading' && <p role="status">Đang đọc số lượt truy cập…</p>}
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loaded' &&
        (loaded.value.body.items.length === 0 ? (
          <p>Chưa có lượt truy cập nào.</p>
        ) : (
          <>
            {period === 'month' && user.role !== 'author' && (
              <p class="hint">Bấm vào một tháng để mở báo cáo của tháng đó và in.</p>
            )}
            <VisitsChart
              caption={caption}
              period={period}
              items={loaded.value.body.items}
              {...(period === 'month' && { cell: reportLink })}
            />
            <CsvButton
              fileName={`luot-truy-cap-${query.from}-${query.to}`}
              load={() => api.call('GET /api/admin/visits', { query: { ...query, format: 'csv' } })}
            />
          </>
        ))}
    </section>
  );
};
