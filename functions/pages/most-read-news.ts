import type { FeedItem } from '../../shared/articles/article.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { MostRead } from '../../shared/visits/figures.ts';
import type { MostReadNews } from './views/most-read.tsx';

/** News of a list of what is read most. */
const listLength = 5;
/** Candidates for a list: some may have been withdrawn, and ids that never were an article can be claimed to be read. */
const candidateCount = 8;

type Context = { reader: ReaderStore; latest: readonly FeedItem[]; now: Date };

/** The news behind the counts. What the latest news does not hold is read at once; what readers may not see is left out. */
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
