import { articlePath } from '../../shared/articles/article-path.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import { daysBetween } from '../../shared/time/local-day.ts';
import type { ArticleReadsStore } from '../../shared/visits/article-reads-store.ts';
import { addCounts, sumByKey } from '../../shared/visits/counts.ts';

/** Articles of a list: as many as one call to the table reads. */
const articleLimit = 100;

type Dependencies = { reads: ArticleReadsStore; reader: Pick<ReaderStore, 'listed'> };
type Request = { from: string; to: string; category: string | undefined };

/** An article that readers can see, with the visits that read it. */
export type MostReadArticle = {
  article: string;
  title: string;
  url: string;
  category: string;
  readers: number;
};

/**
 * The hundred most read articles of some days (at most 100), then those of a category. Three calls: the rankings, today's counts if
 * today is among the days, and the titles.
 */
export const mostReadArticles =
  ({ reads, reader }: Dependencies) =>
  async ({ from, to, category }: Request, now: Date, today: string): Promise<MostReadArticle[]> => {
    const closed = daysBetween(from, to).filter((day) => day < today);
    const [rankings, open] = await Promise.all([
      closed.length > 0 ? reads.rankings(closed) : [],
      to >= today && from <= today ? reads.countsOf(today) : null,
    ]);
    const summed = sumByKey(rankings.flatMap((ranking) => Object.entries(ranking ?? {})));
    const counts = addCounts(summed, open?.counts ?? {});
    const ids = Object.keys(counts)
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? 1 : -1))
      .slice(0, articleLimit);
    const articles = await reader.listed(ids, now);
    return articles
      .filter((article) => category === undefined || article.category === category)
      .map((article) => ({
        article: article.id,
        title: article.title,
        url: articlePath(article),
        category: article.category,
        readers: counts[article.id] ?? 0,
      }));
  };
export type MostReadArticles = ReturnType<typeof mostReadArticles>;
