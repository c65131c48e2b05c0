import { useLocation } from 'preact-iso';
import { monthWords } from '../../../../shared/pages/dates.ts';
import { localDay } from '../../../../shared/time/local-day.ts';
import { useApi } from '../api/api-context.ts';
import { CsvButton } from '../api/csv-button.tsx';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { CountingRule } from './counting-rule.tsx';
import { MonthChoice } from './month-choice.tsx';
import { PersonArticles } from './person-articles.tsx';
import { parseMonth } from './royalties-query.ts';
import { SummaryTable } from './summary-table.tsx';

/** `/quan-tri/nhuan-but?thang=2026-11`: what each person published in a month. */
export const RoyaltiesPage = () => {
  const api = useApi();
  const today = localDay(new Date());
  const month = parseMonth(useLocation().query.thang, today);
  const { loaded, reload } = useLoaded(
    () => api.call('GET /api/admin/royalties', { query: { month } }),
    month,
  );
  const people = loaded.kind === 'loaded' ? loaded.value.body.people : [];
  return (
    <>
      <PageTitle title="Nhuận bút" />
      <MonthChoice month={month} today={today} />
      <CountingRule />
      {loaded.kind === 'loading' && <p role="status">Đang tính các bài đã đăng…</p>}
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loaded' && people.length === 0 && (
        <p class="empty" role="status">
          {monthWords(month, 'Tháng')} không có bài nào để tính.
        </p>
      )}
      {people.length > 0 && (
        <>
          <SummaryTable month={month} people={people} />
          <CsvButton
            fileName={`nhuan-but-${month}`}
            load={() => api.call('GET /api/admin/royalties', { query: { month, format: 'csv' } })}
          />
          <h2 class="person-articles-title">Bài của từng người</h2>
          {people.map((person) => (
            <PersonArticles key={`${person.kind} ${person.name}`} person={person} />
          ))}
        </>
      )}
    </>
  );
};
