import { articlePath } from '../../shared/articles/article-path.ts';
import {
  articleFreshness,
  articleOnlyFreshness,
  homeFreshness,
  notFoundFreshness,
  statisticsFreshness,
} from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { permanentRedirect } from '../../shared/http/reply.ts';
import { parsePath } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { listPosition } from '../../shared/table/list-position.ts';
import { earlierInstant } from '../../shared/time/earlier-instant.ts';
import { cachedPage } from './cached-page.ts';
import { calendarHandlers, pathOfDate } from './calendar-handlers.ts';
import type { Dependencies } from './dependencies.ts';
import { listHandlers } from './list-handlers.ts';
import { mostReadNews } from './most-read-news.ts';
import { overloadHandlers } from './overload-handlers.ts';
import { articlePathId } from './page-request.ts';
import { staticHandlers } from './static-handlers.ts';
import { articlePage } from './views/article-page.tsx';
import { homePage } from './views/home-page.tsx';
import { visitStatisticsPage } from './views/visit-statistics-page.tsx';

/** Articles of the home page. */
const homePageSize = 40;
/** Newer and older news of the category under an article. */
const newerCount = 5;
const olderCount = 10;

type PageRoute = Exclude<RouteKey<'pages'>, `GET /api/${string}`>;

/** The readers' pages. */
export const pageHandlers = (dependencies: Dependencies): Handlers<PageRoute> => {
  const { reader, visits, origin, cacheHeaders, clock } = dependencies;

  const home = async () => {
    const now = clock();
    const [site, list, { totals, mostRead }] = await Promise.all([
      reader.site(now),
      reader.latest({ now, limit: homePageSize }),
      visits(now),
    ]);
    const { items: latest } = list;
    const news = await mostReadNews(mostRead, { reader, latest, now });
    const html = homePage({ site, latest, mostRead: news, totals, now, origin });
    const freshness = homeFreshness(list, [...news.days7, ...news.days30], { now });
    return cachedPage(dependencies, { html, site, freshness, now });
  };

  return {
    'GET /': home,
    'GET /index.html': home,

    ...listHandlers(dependencies),
    ...calendarHandlers(dependencies),
    ...staticHandlers(dependencies),
    ...overloadHandlers,

    'GET /{category}/{article}': async (event) => {
      const id = parsePath(event, 'article', articlePathId);
      const now = clock();
      const [{ site, article, changesAt }, { totals }] = await Promise.all([
        reader.siteAndArticle(id, now),
        visits(now),
      ]);
      if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
      const path = articlePath(article);
      if (event.rawPath !== path) {
        return permanentRedirect(path, cacheHeaders(articleOnlyFreshness(id, changesAt), now));
      }
      const list = { now, category: article.category };
      const position = listPosition(article.publishedAt, id);
      const [newer, older] = await Promise.all([
        reader.newer({ ...list, after: position, limit: newerCount }),
        reader.latest({ ...list, before: position, limit: olderCount }),
      ]);
      const html = articlePage({
        site,
        article,
        totals,
        now,
        origin,
        newer: newer.items,
        older: older.items,
      });
      const related = {
        items: [...newer.items, ...older.items],
        next: older.next,
        changesAt: earlierInstant(newer.changesAt, older.changesAt),
      };
      const freshness = articleFreshness(article, related, {
        now,
        changesAt,
        isNewest: newer.next === null,
      });
      return cachedPage(dependencies, { html, site, freshness, now });
    },

    'GET /luot-truy-cap': async () => {
      const now = clock();
      const [site, { totals, months }] = await Promise.all([reader.site(now), visits(now)]);
      const html = visitStatisticsPage({ site, totals, months, now, origin });
      return cachedPage(dependencies, { html, site, freshness: statisticsFreshness, now });
    },

    /** Requests that match no route. An address with trailing slashes redirects to the one without. */
    $default: async ({ rawPath, requestContext }) => {
      const trimmed = rawPath.replace(/\/+$/, '');
      const isRead = ['GET', 'HEAD'].includes(requestContext.http.method);
      if (isRead && trimmed !== rawPath && trimmed !== '') {
        return permanentRedirect(trimmed, cacheHeaders(notFoundFreshness, clock()));
      }
      const datePath = isRead ? pathOfDate(trimmed) : null;
      if (datePath) return permanentRedirect(datePath);
      throw new PortalError('not_found', 'Không có địa chỉ này.');
    },
  };
};
