import type { FunctionName } from './function-table.ts';

/**
 * Concurrent executions of each function that answers routes, with `reservesConcurrency`: no other function takes them, and it takes no more.
 * A page takes 0.05 s, so a hundred are 2,000 requests a second. What schedules and streams invoke takes what is left.
 */
export const reservedConcurrency: Partial<Record<FunctionName, number>> = {
  pages: 100,
  feeds: 10,
  search: 40,
  visits: 40,
  console: 20,
  articles: 30,
  images: 10,
  'site-admin': 10,
  people: 5,
};
