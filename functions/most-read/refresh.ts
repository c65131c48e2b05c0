import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import { addDays, daysBetween, localDay } from '../../shared/time/local-day.ts';
import type { ArticleReadsStore } from '../../shared/visits/article-reads-store.ts';
import { type Counts, sumByKey } from '../../shared/visits/counts.ts';
import type { StatisticsStore } from '../../shared/visits/statistics-store.ts';
import { lastClosedDay } from './closed-days.ts';
import { rankByReads } from './rank.ts';
import { type VisibleRanking, visibleRanking } from './visible-ranking.ts';

/** Articles of a list: more than are shown, because some may be withdrawn before the next run. */
const listLength = 20;
/** Articles of a day's ranking, which then stays below 4 KB. */
const rankingLength = 100;
/** Days of the longer list. */
const windowDays = 30;

type Dependencies = {
  reads: ArticleReadsStore;
  store: Pick<StatisticsStore, 'mostRead' | 'publishMostRead'>;
  reader: Pick<ReaderStore, 'listed'>;
  /** Called with a day that has more counts than may be read. */
  onTruncated: (day: string) => void;
};

/**
 * Computes and publishes the most-read lists, unless nothing was read since they were published. Reads the counts of today and one
 * ranking for each day before: a day is reduced to its ranking once, by the first run after it is closed. Idempotent; of concurrent
 * runs the latest wins.
 */
export const refreshMostRead = async (
  dependencies: Dependencies,
  now: Date,
): Promise<'unchanged' | 'published' | 'superseded'> => {
  const { store, reader } = dependencies;
  const today = localDay(now);
  const openDays = daysBetween(addDays(lastClosedDay(now), 1), today);
  const closedDays = daysBetween(addDays(today, 1 - windowDays), today).slice(0, -openDays.length);

  const open = await countsByDay(openDays, dependencies);
  const basis = basisOf(open);
  if ((await store.mostRead()).basis === basis) return 'unchanged';

  const visible = visibleRanking(reader, now);
  const counts = new Map([...open, ...(await rankingsByDay(closedDays, visible, dependencies))]);
  const listOf = (dayCount: number) => {
    const first = addDays(today, 1 - dayCount);
    const inList = [...counts].flatMap(([day, ofDay]) => (day >= first ? Object.entries(ofDay) : []));
    return visible(rankByReads(sumByKey(inList)), listLength);
  };
  const lists = { days7: await listOf(7), days30: await listOf(windowDays) };
  return (await store.publishMostRead(lists, basis, now)) ? 'published' : 'superseded';
};

type CountsByDay = ReadonlyMap<string, Counts>;
type Reads = Pick<Dependencies, 'reads' | 'onTruncated'>;

const countsByDay = async (days: readonly string[], { reads, onTruncated }: Reads): Promise<CountsByDay> => {
  const counted = new Map<string, Counts>();
  for (const day of days) {
    const { counts, isTruncated } = await reads.countsOf(day);
    if (isTruncated) onTruncated(day);
    counted.set(day, counts);
  }
  return counted;
};

/** What the lists depend on: the open days and their reads, which only grow. Closed days do not change. */
const basisOf = (open: CountsByDay): string => {
  const readers = [...open.values()].flatMap(Object.values<number>);
  return `${[...open.keys()].join(' ')}: ${readers.reduce((sum, count) => sum + count, 0)}`;
};

/** The rankings of closed days. A day without one is reduced to it, and it is stored: the next run goes on from there if this one fails. */
const rankingsByDay = async (
  days: readonly string[],
  visible: VisibleRanking,
  { reads, onTruncated }: Reads,
): Promise<CountsByDay> => {
  const stored = await reads.rankings(days);
  const rankings = new Map<string, Counts>();
  for (const [index, day] of days.entries()) {
    const ranking = stored[index];
    if (ranking) {
      rankings.set(day, ranking);
      continue;
    }
    const counted = await countsByDay([day], { reads, onTruncated });
    const ranked = await visible(rankByReads(counted.get(day) ?? {}), rankingLength);
    const reduced = sumByKey(ranked.map(({ article, readers }) => [article, readers]));
    await reads.saveRanking(day, reduced);
    rankings.set(day, reduced);
  }
  return rankings;
};
