import { articlePath } from '../../shared/articles/article-path.ts';
import { isStaticPage } from '../../shared/articles/static-page.ts';
import { cacheHeaders, type Freshness } from '../../shared/edge/freshness.ts';
import { singleArticleFreshness, siteFreshness, untilSiteChanges } from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { permanentRedirect } from '../../shared/http/reply.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import { pagePath } from '../../shared/pages/site-pages.tsx';
import { siteMapSlug } from '../../shared/site/settings.ts';
import type { Dependencies } from './page-handlers.ts';
import { articlePathId } from './page-request.ts';
import { siteMapPage } from './views/site-map-page.tsx';
import { staticPage } from './views/static-page.tsx';

/** Static pages: at the address that the settings give them, or at their article's while they give none. */
export const staticHandlers = ({
  reader,
  visits,
  origin,
  now: clock,
}: Dependencies): Handlers<'GET /trang/{page}'> => ({
  'GET /trang/{page}': async ({ pathParameters, rawPath }) => {
    const now = clock();
    const name = pathParameters?.page ?? '';
    const id = articlePathId.safeParse(name).data;
    const [site, { totals }] = await Promise.all([reader.site(), visits(now)]);
    const headers = (life: Freshness) => cacheHeaders(untilSiteChanges(life, site, now), now);
    if (name === siteMapSlug) {
      return pageReply(200, siteMapPage({ site, totals, now, origin }), site, headers(siteFreshness));
    }

    const named = site.pages.find(({ slug, article }) => slug === name || article === id);
    const wanted = named?.article ?? id;
    const [article] = wanted === undefined ? [] : await reader.articles([wanted], now);
    if (!article) throw new PortalError('not_found', 'Không có trang này.');
    const path = named && isStaticPage(article) ? pagePath(named.slug) : articlePath(article);
    if (rawPath !== path) return permanentRedirect(path);
    const html = staticPage({ site, article, page: named ?? null, totals, now, origin });
    return pageReply(200, html, site, headers(singleArticleFreshness(article)));
  },
});
