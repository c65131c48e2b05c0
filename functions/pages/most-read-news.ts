import type { FeedItem } from '../../shared/articles/live-article.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { MostRead } from '../../shared/visits/visit-statistics.ts';
import type { MostReadNews } from './views/most-read.tsx';

/** Articles of a most-read list. */
const listLength = 5;
/** Candidates for a list: some may have been withdrawn since it was made. */
const candidateCount = 8;

type Context = { reader: ReaderStore; latest: readonly FeedItem[]; now: Date };

/** The articles behind the most-read counts. Those that are not among the latest are read in one call; those that are not public are left out. */
export const mostReadNews = async (
  { days7, days30 }: MostRead,
  { reader, latest, now }: Context,
): Promise<MostReadNews> => {
  const candidates = (list: MostRead['days7']) => list.slice(0, candidateCount).map(({ article }) => article);
  const [ids7, ids30] = [candidates(days7), candidates(days30)];
  const byId = new Map(latest.map((item) => [item.id, item]));
  const missing = [...new Set([...ids7, ...ids30])].filter((id) => !byId.has(id));
  for (const item of await reader.listed(missing, now)) byId.set(item.id, item);
  const newsOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []).slice(0, listLength);
  return { days7: newsOf(ids7), days30: newsOf(ids30) };
};
