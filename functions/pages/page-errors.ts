import { cacheHeaders } from '../../shared/edge/freshness.ts';
import { notFoundFreshness, untilSiteChanges } from '../../shared/edge/page-freshness.ts';
import { errorCodes, type PortalError } from '../../shared/errors.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { noStore } from '../../shared/http/reply.ts';
import { errorPage } from '../../shared/pages/error-page.tsx';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { SiteSettings } from '../../shared/site/settings.ts';
import { redirectFromOld } from './old-addresses.ts';
import type { Dependencies } from './page-handlers.ts';
import { articlePathId } from './page-request.ts';
import { notFoundPage } from './views/not-found-page.tsx';

/** What went wrong, as a page; as a problem document under `/api/`. A page of status 500 or above reads nothing and tells nothing. */
export const pageErrors =
  ({ reader, visits, now }: Pick<Dependencies, 'reader' | 'visits' | 'now'>) =>
  async (error: PortalError, event: HttpEvent): Promise<HttpReply> => {
    const { rawPath, requestContext } = event;
    const { requestId } = requestContext;
    if (rawPath.startsWith('/api/')) return problemReply(error, requestId);
    if (errorCodes[error.code].status < 500) {
      const site = await reader.site().catch(() => null);
      if (site) {
        const moved = await redirectFromOld(event, { reader, site, now: now() }).catch(() => null);
        if (moved && moved !== 'not now') return moved;
        const { totals } = await visits(now());
        const html = notFoundPage({ site, reason: error.message, totals, now: now() });
        return pageReply(404, html, site, moved ? {} : lifeOf(rawPath, site, now()));
      }
    }
    const status = errorCodes[error.code].status === 500 ? 500 : 503;
    return pageReply(status, errorPage({ status, requestId }), null, { ...noStore, 'retry-after': '30' });
  };

/** An address of an article, a tag or a static page may lead somewhere at any moment: that it does not is kept nowhere. */
const lifeOf = (path: string, site: SiteSettings, now: Date) => {
  const mayAppear = articlePathId.safeParse(path).success || /^\/(the|trang)\//.test(path);
  return mayAppear ? {} : cacheHeaders(untilSiteChanges(notFoundFreshness, site, now), now);
};
