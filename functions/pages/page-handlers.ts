import { categorySlug } from '../../shared/articles/article.ts';
import { articlePath } from '../../shared/articles/article-path.ts';
import type { ReaderStore } from '../../shared/articles/reader-store.ts';
import { edgeHeaders } from '../../shared/edge/life.ts';
import { PortalError } from '../../shared/errors.ts';
import { encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { redirectReply } from '../../shared/http/reply.ts';
import { parsePath } from '../../shared/http/request.ts';
import { articlePage } from '../../shared/pages/article-page.tsx';
import { categoryPage } from '../../shared/pages/category-page.tsx';
import { countingPage } from '../../shared/pages/counting-page.tsx';
import { homePage } from '../../shared/pages/home-page.tsx';
import type { RouteKey } from '../../shared/routes.ts';
import type { ShownVisits } from '../../shared/visits/shown-visits.ts';
import { mostReadNews } from './most-read-news.ts';
import { articleLife, categoryLife, figuresLife, homeLife, missingLife, redirectLife } from './page-lives.ts';
import { pageReply } from './page-reply.ts';
import { articlePathId, pageCursor } from './page-request.ts';

export type Dependencies = {
  reader: ReaderStore;
  visits: ShownVisits;
  /** `https://…`, or empty: see `readEnv`. */
  origin: string;
  now: () => Date;
};

const homeLength = 40;
const pageLength = 20;
const relatedLength = 6;

type PageRoute = Exclude<RouteKey<'pages'>, `GET /api/${string}` | 'GET /index.html'>;

/** The reader's pages. */
export const pageHandlers = ({ reader, visits, origin, now: clock }: Dependencies): Handlers<PageRoute> => ({
  'GET /': async () => {
    const now = clock();
    const [site, latest, { totals, mostRead }] = await Promise.all([
      reader.site(),
      reader.latest({ now, limit: homeLength }),
      visits(now),
    ]);
    const news = await mostReadNews(mostRead, { reader, latest: latest.items, now });
    const html = homePage({ site, latest: latest.items, mostRead: news, totals, now, origin });
    return pageReply(200, html, edgeHeaders(homeLife(latest, [...news.days7, ...news.days30], { now }), now));
  },

  'GET /{category}': async (event) => {
    const slug = parsePath(event, 'category', categorySlug);
    const now = clock();
    const before = pageCursor(event, slug);
    const [site, list, { totals }] = await Promise.all([
      reader.site(),
      reader.latest({ now, category: slug, before, limit: pageLength }),
      visits(now),
    ]);
    const category = site.categories.find((candidate) => candidate.slug === slug);
    if (!category) throw new PortalError('not_found', 'Không có chuyên mục này.');
    const view = {
      site,
      category,
      items: list.items,
      next: list.next && encodeCursor(slug, list.next),
      isFirstPage: before === null,
      totals,
    };
    const life = categoryLife(slug, list, { now, isNewest: before === null });
    return pageReply(200, categoryPage({ ...view, now, origin }), edgeHeaders(life, now));
  },

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
      return redirectReply(path, edgeHeaders(redirectLife(article, changesAt), now));
    const list = await reader.latest({ now, category: article.category, limit: relatedLength + 1 });
    const related = list.items.filter((item) => item.id !== id).slice(0, relatedLength);
    const html = articlePage({ site, article, related, totals, now, origin });
    return pageReply(200, html, edgeHeaders(articleLife(article, list, { now, changesAt }), now));
  },

  'GET /luot-truy-cap': async () => {
    const now = clock();
    const [site, { totals, months }] = await Promise.all([reader.site(), visits(now)]);
    const html = countingPage({ site, totals, months, now, origin });
    return pageReply(200, html, edgeHeaders(figuresLife, now));
  },

  /** Whatever no route matches. An address with a stray slash at its end is the one without it. */
  $default: async ({ rawPath, requestContext }) => {
    const trimmed = rawPath.replace(/\/+$/, '');
    const isRead = ['GET', 'HEAD'].includes(requestContext.http.method);
    // One slash, then anything but another: `//host` would be a redirect to somebody else's site.
    if (isRead && trimmed !== rawPath && /^\/[^/\\]/.test(trimmed))
      return redirectReply(trimmed, edgeHeaders(missingLife, clock()));
    throw new PortalError('not_found', 'Không có địa chỉ này.');
  },
});
