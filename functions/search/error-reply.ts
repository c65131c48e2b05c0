import type { PortalError } from '../../shared/errors.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { serverErrorReply } from '../../shared/pages/error-reply.ts';

/** An error as a page, under `/api/` as a problem document. The search page itself explains invalid queries. */
export const searchErrorReply = (error: PortalError, event: HttpEvent): HttpReply => {
  const { rawPath, requestContext } = event;
  const { requestId } = requestContext;
  return rawPath.startsWith('/api/') ? problemReply(error, requestId) : serverErrorReply(error, requestId);
};
