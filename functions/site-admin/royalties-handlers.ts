import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { royaltiesQuery, royaltiesReply } from '../../shared/articles/royalties.ts';
import { PortalError } from '../../shared/errors.ts';
import { actorOf, assertEditor } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';
import { monthRange } from '../../shared/time/time-range.ts';
import { countArticle, royaltiesOf } from './royalties.ts';
import { royaltiesCsv } from './royalties-csv.ts';

type Dependencies = {
  articles: Pick<ArticleStore, 'creatorsOf'>;
  reader: Pick<ReaderStore, 'addresses' | 'articles'>;
  site: Pick<SiteStore, 'get'>;
  clock: () => Date;
};

/** Articles of a month at most, far above what a ward publishes; a reply of some 400 kB. */
const articleLimit = 1_000;
const tooMany = 'Tháng này có hơn 1.000 bài, quá nhiều để tính một lần.';
/** Articles that are read at a time, and whose bodies are in memory together: as many as one call returns. */
const batchSize = 100;

/**
 * Who published what in a month, for editors and admins: the articles that readers see now, by the date of publication, without static pages.
 * A month of 200 articles of 6 kB costs some 430 read units (`npm run bench -- lists`), 0.005 US cents.
 */
export const royaltiesHandlers = ({
  articles,
  reader,
  site,
  clock,
}: Dependencies): Handlers<'GET /api/admin/royalties'> => {
  const count = async (ids: readonly string[], now: Date) => {
    const [found, creators] = await Promise.all([reader.articles(ids, now), articles.creatorsOf(ids)]);
    return found.flatMap((live) => {
      const createdBy = creators.get(live.id);
      return createdBy === undefined ? [] : [countArticle(live, createdBy)];
    });
  };

  return {
    'GET /api/admin/royalties': async (event) => {
      assertEditor(actorOf(event));
      const now = clock();
      const { month = monthOf(localDay(now)), format } = parseQuery(event, royaltiesQuery);
      const ids = (await reader.addresses(monthRange(month), now)).map(({ id }) => id);
      if (ids.length > articleLimit) {
        throw new PortalError('invalid_fields', tooMany, { fields: [{ field: 'month', reason: tooMany }] });
      }
      const counted = [];
      for (let from = 0; from < ids.length; from += batchSize) {
        counted.push(...(await count(ids.slice(from, from + batchSize), now)));
      }
      const people = royaltiesOf(counted);
      if (format === 'json') return jsonReply(200, royaltiesReply, { month, people });
      const { settings } = await site.get();
      return royaltiesCsv({ month, people, categories: settings.categories });
    },
  };
};
