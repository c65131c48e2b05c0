import { localDay, monthOf } from '../../../../shared/time/local-day.ts';
import { useApi } from '../api/api-context.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { loadReport } from './load-report.ts';
import { parseMonthParameter } from './periods.ts';
import { ReportHeading } from './report-heading.tsx';
import { ReportSections } from './report-sections.tsx';

/** `/quan-tri/so-lieu/2026-11`: the report of a month, to print for the ward's leaders. */
export const MonthReportPage = ({ params }: { params: Record<string, string> }) => {
  const today = localDay(new Date());
  const month = parseMonthParameter(params.month);
  if (month === null || month > monthOf(today)) {
    return (
      <>
        <PageTitle title="Không có báo cáo này" />
        <p>
          Tháng trong địa chỉ chưa đến hoặc không có.{' '}
          <a href="/quan-tri/so-lieu?theo=thang">Về số liệu theo tháng</a>
        </p>
      </>
    );
  }
  return <MonthReport key={month} month={month} today={today} />;
};

const MonthReport = ({ month, today }: { month: string; today: string }) => {
  const api = useApi();
  const { loaded, reload } = useLoaded(() => loadReport(api, month), month);
  return (
    <>
      <p class="report-tools">
        <a href="/quan-tri/so-lieu?theo=thang">Về số liệu theo tháng</a>
        {loaded.kind === 'loaded' && (
          <Button kind="primary" onClick={() => window.print()}>
            In báo cáo
          </Button>
        )}
      </p>
      <article class="report">
        <ReportHeading month={month} today={today} />
        {loaded.kind === 'loading' && <p role="status">Đang lập báo cáo…</p>}
        {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
        {loaded.kind === 'loaded' && (
          <>
            {month === monthOf(today) && (
              <p class="hint">Tháng chưa hết: số liệu tính đến lúc lập báo cáo.</p>
            )}
            <ReportSections month={month} report={loaded.value} />
          </>
        )}
      </article>
    </>
  );
};
