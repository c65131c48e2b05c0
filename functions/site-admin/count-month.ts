import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { CountedArticle } from '../../shared/articles/royalties.ts';
import { PortalError } from '../../shared/errors.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import { monthRange } from '../../shared/time/time-range.ts';
import { countArticle } from './royalties.ts';

export type RoyaltiesStores = {
  articles: Pick<ArticleStore, 'creatorsOf'>;
  reader: Pick<ReaderStore, 'addresses' | 'articles'>;
};

/** Articles of a month at most, far above what a ward publishes; a reply of some 400 kB. */
const articleLimit = 1_000;
const tooMany = 'Tháng này có hơn 1.000 bài, quá nhiều để tính một lần.';
/** Articles that are read at a time, and whose bodies are in memory together: as many as one call returns. */
const batchSize = 100;

/**
 * The articles that were published in a month and that readers see now, oldest first, without static pages. Reads the
 * month of the calendar, then live versions and creators: with 200 articles of 6 kB 408 read units (`npm run bench -- lists`). Throws
 * `invalid_fields` for more than `articleLimit`.
 */
export const countMonth = async (
  { articles, reader }: RoyaltiesStores,
  month: string,
  now: Date,
): Promise<CountedArticle[]> => {
  const ids = (await reader.addresses(monthRange(month), now)).map(({ id }) => id);
  if (ids.length > articleLimit) {
    throw new PortalError('invalid_fields', tooMany, { fields: [{ field: 'month', reason: tooMany }] });
  }
  const counted: CountedArticle[] = [];
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize);
    const [found, creators] = await Promise.all([reader.articles(batch, now), articles.creatorsOf(batch)]);
    for (const live of found) {
      const createdBy = creators.get(live.id);
      if (createdBy !== undefined) counted.push(countArticle(live, createdBy));
    }
  }
  return counted;
};
