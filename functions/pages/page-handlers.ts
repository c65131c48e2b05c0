import { articlePath } from '../../shared/articles/article-path.ts';
import { cacheHeaders } from '../../shared/edge/freshness.ts';
import {
  articleFreshness,
  homeFreshness,
  notFoundFreshness,
  redirectFreshness,
  statisticsFreshness,
  untilSiteChanges,
} from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { permanentRedirect } from '../../shared/http/reply.ts';
import { parsePath } from '../../shared/http/request.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { listPosition } from '../../shared/table/list-position.ts';
import { earlierInstant } from '../../shared/time/earlier-instant.ts';
import type { ShownVisits } from '../../shared/visits/shown-visits.ts';
import { calendarHandlers, pathOfDate } from './calendar-handlers.ts';
import { listHandlers } from './list-handlers.ts';
import { mostReadNews } from './most-read-news.ts';
import { articlePathId } from './page-request.ts';
import { staticHandlers } from './static-handlers.ts';
import { articlePage } from './views/article-page.tsx';
import { homePage } from './views/home-page.tsx';
import { visitStatisticsPage } from './views/visit-statistics-page.tsx';

export type Dependencies = {
  reader: ReaderStore;
  visits: ShownVisits;
  /** `https://…`: what absolute links begin with. */
  origin: string;
  now: () => Date;
};

const homeLength = 40;
/** Other news of the category under an article. */
const newerLength = 5;
const olderLength = 10;

type PageRoute = Exclude<RouteKey<'pages'>, `GET /api/${string}` | 'GET /index.html'>;

/** The reader's pages. */
export const pageHandlers = (dependencies: Dependencies): Handlers<PageRoute> => {
  const { reader, visits, origin, now: clock } = dependencies;
  return {
    'GET /': async () => {
      const now = clock();
      const [site, list, { totals, mostRead }] = await Promise.all([
        reader.site(),
        reader.latest({ now, limit: homeLength }),
        visits(now),
      ]);
      const { items: latest } = list;
      const news = await mostReadNews(mostRead, { reader, latest, now });
      const html = homePage({ site, latest, mostRead: news, totals, now, origin });
      const life = homeFreshness(list, [...news.days7, ...news.days30], { now });
      return pageReply(200, html, site, cacheHeaders(untilSiteChanges(life, site, now), now));
    },

    ...listHandlers(dependencies),
    ...calendarHandlers(dependencies),
    ...staticHandlers(dependencies),

    'GET /{category}/{article}': async (event) => {
      const id = parsePath(event, 'article', articlePathId);
      const now = clock();
      const [{ site, article, changesAt }, { totals }] = await Promise.all([
        reader.siteAndArticle(id, now),
        visits(now),
      ]);
      if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
      const path = articlePath(article);
      if (event.rawPath !== path)
        return permanentRedirect(path, cacheHeaders(redirectFreshness(article, changesAt), now));
      const list = { now, category: article.category };
      const position = listPosition(article.publishedAt, id);
      const [newer, older] = await Promise.all([
        reader.newer({ ...list, after: position, limit: newerLength }),
        reader.latest({ ...list, before: position, limit: olderLength }),
      ]);
      const html = articlePage({
        ...{ site, article, totals, now, origin },
        newer: newer.items,
        older: older.items,
      });
      const around = {
        items: [...newer.items, ...older.items],
        next: older.next,
        changesAt: earlierInstant(newer.changesAt, older.changesAt),
      };
      const life = articleFreshness(article, around, { now, changesAt, isNewest: newer.next === null });
      return pageReply(200, html, site, cacheHeaders(untilSiteChanges(life, site, now), now));
    },

    'GET /luot-truy-cap': async () => {
      const now = clock();
      const [site, { totals, months }] = await Promise.all([reader.site(), visits(now)]);
      const html = visitStatisticsPage({ site, totals, months, now, origin });
      return pageReply(200, html, site, cacheHeaders(untilSiteChanges(statisticsFreshness, site, now), now));
    },

    /** Whatever no route matches. An address with a stray slash at its end is the one without it. */
    $default: async ({ rawPath, requestContext }) => {
      const trimmed = rawPath.replace(/\/+$/, '');
      const isRead = ['GET', 'HEAD'].includes(requestContext.http.method);
      // One slash, then anything but another: `//host` would be a redirect to somebody else's site.
      if (isRead && trimmed !== rawPath && /^\/[^/\\]/.test(trimmed))
        return permanentRedirect(trimmed, cacheHeaders(notFoundFreshness, clock()));
      const date = isRead ? pathOfDate(trimmed) : null;
      if (date) return permanentRedirect(date);
      throw new PortalError('not_found', 'Không có địa chỉ này.');
    },
  };
};
