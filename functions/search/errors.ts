import type { PortalError } from '../../shared/errors.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { errorReply } from '../../shared/pages/error-reply.ts';

/** Errors as a page, or as a problem document under `/api/`. Mistakes in a query are shown on the search page itself. */
export const searchErrors = (
  error: PortalError,
  { rawPath, requestContext: { requestId } }: HttpEvent,
): HttpReply => (rawPath.startsWith('/api/') ? problemReply(error, requestId) : errorReply(error, requestId));
