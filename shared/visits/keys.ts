import type { Key } from '../table/table-store.ts';

/** Keys of the visits table. Each begins with the site, so one table can hold many sites. */
export const visitKeys = (siteId: string) => ({
  visit: (id: string): Key => ({ pk: `${siteId}#VISIT#${id}`, sk: 'VISIT' }),
  /** The days of one shard, in order. */
  shard: (shard: number) => `${siteId}#COUNT#${shard}`,
  day: (shard: number, day: string): Key => ({ pk: `${siteId}#COUNT#${shard}`, sk: daySort(day) }),
  /** The item that is created with a shard's first day, and sorts before every day. */
  beginning: (shard: number): Key => ({ pk: `${siteId}#COUNT#${shard}`, sk: daySort('') }),
  /** A page of the reads of a day. */
  reads: (day: string, page: string): Key => ({ pk: readsOf(siteId, day), sk: page }),
  /** The reads of all articles on a day. */
  readsOf: (day: string) => readsOf(siteId, day),
  /** The most read articles of a day that is over. */
  ranking: (day: string): Key => ({ pk: `${siteId}#RANKING#${day}`, sk: 'RANKING' }),
  /** The visits of a year by day. */
  year: (year: string): Key => ({ pk: `${siteId}#YEARS`, sk: `YEAR#${year}` }),
  /** The searches of a day that found nothing. Days of a site are in one partition: a range of them is one query. */
  searchMisses: (day: string): Key => ({ pk: `${siteId}#SEARCHES`, sk: daySort(day) }),
  statistics: (): Key => ({ pk: `${siteId}#STATISTICS`, sk: 'TALLY' }),
  mostRead: (): Key => ({ pk: `${siteId}#STATISTICS`, sk: 'MOST_READ' }),
  openingBalance: (): Key => ({ pk: `${siteId}#STATISTICS`, sk: 'OPENING_BALANCE' }),
});
export type VisitKeys = ReturnType<typeof visitKeys>;

export const daySort = (day: string) => `DAY#${day}`;
const readsOf = (siteId: string, day: string) => `${siteId}#READS#${day}`;
