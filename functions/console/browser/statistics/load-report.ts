import { addMonths } from '../../../../shared/time/local-day.ts';
import { monthDays } from '../../../../shared/time/time-range.ts';
import type { Api } from '../api/api-context.ts';
import { daysOfMonth } from './periods.ts';

type Visits = { day: string; visits: number };

/** Everything that the report of a month says. */
export const loadReport = async (api: Api, month: string) => {
  const days = daysOfMonth(month);
  const yearBefore = addMonths(month, -12);
  const [byDay, byMonth, mostRead, published, misses] = await Promise.all([
    api.call('GET /api/admin/visits', { query: days }),
    api.call('GET /api/admin/visits', {
      query: { from: monthDays(yearBefore).first, to: days.to, by: 'month' },
    }),
    api.call('GET /api/admin/most-read', { query: days }),
    api.call('GET /api/admin/published-counts', { query: days }),
    api.call('GET /api/admin/search-misses', { query: days }),
  ]);
  return {
    days: byDay.body.items,
    visits: visitsOf(byMonth.body.items, month) ?? 0,
    monthBefore: visitsOf(byMonth.body.items, addMonths(month, -1)),
    yearBefore: visitsOf(byMonth.body.items, yearBefore),
    mostRead: mostRead.body.items,
    published: published.body.items,
    misses: misses.body.items,
  };
};
export type Report = Awaited<ReturnType<typeof loadReport>>;

/** The visits of a month; null before anything was counted. */
const visitsOf = (months: readonly Visits[], month: string): number | null =>
  months.find(({ day }) => day === month)?.visits ?? null;
