import { errorCodes, type PortalError } from '../../shared/errors.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { noStore } from '../../shared/http/reply.ts';
import { errorPage } from '../../shared/pages/error-page.tsx';
import { pageReply } from '../../shared/pages/page-reply.ts';

/** What went wrong on our side, as a page, or as a problem document for programs. What is wrong with a query is said on the page of answers. */
export const searchErrors = (
  error: PortalError,
  { rawPath, requestContext: { requestId } }: HttpEvent,
): HttpReply => {
  if (rawPath.startsWith('/api/')) return problemReply(error, requestId);
  const status = errorCodes[error.code].status === 500 ? 500 : 503;
  return pageReply(status, errorPage({ status, requestId }), null, { ...noStore, 'retry-after': '30' });
};
