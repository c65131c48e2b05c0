import { notFoundFreshness, untilFrameChanges } from '../../shared/edge/page-freshness.ts';
import { errorCodes, type PortalError } from '../../shared/errors.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { serverErrorReply } from '../../shared/pages/error-reply.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { Dependencies } from './dependencies.ts';
import { redirectFromOld } from './old-addresses.ts';
import { articlePathId } from './page-request.ts';
import { notFoundPage } from './views/not-found-page.tsx';

/** Errors as pages; as problem documents under `/api/`. A 404 redirects where an old address is known. */
export const pageErrors =
  ({ reader, visits, cacheHeaders, clock }: Omit<Dependencies, 'origin'>) =>
  async (error: PortalError, event: HttpEvent): Promise<HttpReply> => {
    const { rawPath, requestContext } = event;
    const { requestId } = requestContext;
    if (rawPath.startsWith('/api/')) return problemReply(error, requestId);
    if (errorCodes[error.code].status >= 500) return serverErrorReply(error, requestId);
    const now = clock();
    const site = await reader.site(now).catch(() => null);
    if (!site) return serverErrorReply(error, requestId);
    const redirect = await redirectFromOld(event, { reader, site, cacheHeaders, now }).catch(() => null);
    if (redirect && redirect !== 'not public') return redirect;
    const { totals } = await visits(now);
    const html = notFoundPage({ site, reason: error.message, totals, now });
    const isCached = redirect === null && !mayAppear(rawPath);
    const headers = isCached ? cacheHeaders(untilFrameChanges(notFoundFreshness, site, now), now) : {};
    return pageReply(404, html, site, headers);
  };

/** Addresses of articles, tags and static pages may exist at any moment: their 404 is not cached. */
const mayAppear = (path: string) => articlePathId.safeParse(path).success || /^\/(the|trang)\//.test(path);
