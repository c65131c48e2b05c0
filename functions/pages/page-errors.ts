import { errorCodes, type PortalError } from '../../shared/errors.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { errorPage } from '../../shared/pages/error-page.tsx';
import { notFoundPage } from '../../shared/pages/not-found-page.tsx';
import type { Dependencies } from './page-handlers.ts';
import { pageReply } from './page-reply.ts';

/** What went wrong, as a page; as a problem document under `/api/`. A page of status 500 or above reads nothing and tells nothing. */
export const pageErrors =
  ({ reader, visits, now }: Pick<Dependencies, 'reader' | 'visits' | 'now'>) =>
  async (error: PortalError, { rawPath, requestContext: { requestId } }: HttpEvent): Promise<HttpReply> => {
    if (rawPath.startsWith('/api/')) return problemReply(error, requestId);
    if (errorCodes[error.code].status < 500) {
      const site = await reader.site().catch(() => null);
      if (site) return pageReply(404, notFoundPage({ site, totals: (await visits(now())).totals }));
    }
    const status = errorCodes[error.code].status === 500 ? 500 : 503;
    return pageReply(status, errorPage({ status, requestId }), { 'retry-after': '30' });
  };
