import { articlePath } from '../../shared/articles/article-path.ts';
import { isStaticPage } from '../../shared/articles/static-page.ts';
import { singleArticleFreshness, siteFreshness } from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { permanentRedirect } from '../../shared/http/reply.ts';
import { pagePath } from '../../shared/pages/site-pages.tsx';
import { siteMapSlug } from '../../shared/site/settings.ts';
import { cachedPage } from './cached-page.ts';
import type { Dependencies } from './dependencies.ts';
import { articlePathId } from './page-request.ts';
import { siteMapPage } from './views/site-map-page.tsx';
import { staticPage } from './views/static-page.tsx';

/** Static pages, at the address that the settings give them, or at that of their article when they give none. */
export const staticHandlers = (dependencies: Dependencies): Handlers<'GET /trang/{page}'> => {
  const { reader, visits, origin, clock } = dependencies;
  return {
    'GET /trang/{page}': async ({ pathParameters, rawPath }) => {
      const now = clock();
      const name = pathParameters?.page ?? '';
      const id = articlePathId.safeParse(name).data;
      const [site, { totals }] = await Promise.all([reader.site(now), visits(now)]);
      if (name === siteMapSlug) {
        const html = siteMapPage({ site, totals, now, origin });
        return cachedPage(dependencies, { html, site, freshness: siteFreshness, now });
      }

      const page = site.pages.find(({ slug, article }) => slug === name || article === id) ?? null;
      const articleId = page?.article ?? id;
      const [article] = articleId === undefined ? [] : await reader.articles([articleId], now);
      if (!article) throw new PortalError('not_found', 'Không có trang này.');
      const path = page && isStaticPage(article) ? pagePath(page.slug) : articlePath(article);
      if (rawPath !== path) return permanentRedirect(path);
      const html = staticPage({ site, article, page, totals, now, origin });
      return cachedPage(dependencies, { html, site, freshness: singleArticleFreshness(article), now });
    },
  };
};
