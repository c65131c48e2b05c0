import { edgeHeaders } from '../../shared/edge/life.ts';
import { errorCodes, type PortalError } from '../../shared/errors.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { noStore } from '../../shared/http/reply.ts';
import { errorPage } from '../../shared/pages/error-page.tsx';
import { notFoundPage } from '../../shared/pages/not-found-page.tsx';
import { redirectFromOld } from './old-addresses.ts';
import type { Dependencies } from './page-handlers.ts';
import { missingLife } from './page-lives.ts';
import { pageReply } from './page-reply.ts';
import { articlePathId } from './page-request.ts';

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
        return pageReply(404, notFoundPage({ site, totals }), moved ? {} : lifeOf(rawPath, now()));
      }
    }
    const status = errorCodes[error.code].status === 500 ? 500 : 503;
    return pageReply(status, errorPage({ status, requestId }), { ...noStore, 'retry-after': '30' });
  };

/** An address that could be an article's may be one at any moment: that it is not is kept nowhere. */
const lifeOf = (path: string, now: Date) =>
  articlePathId.safeParse(path).success ? {} : edgeHeaders(missingLife, now);
