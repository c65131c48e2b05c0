import { errorCodes, type PortalError } from '../errors.ts';
import type { HttpReply } from '../http/event.ts';
import { noStore } from '../http/reply.ts';
import { errorPage } from './error-page.tsx';
import { pageReply } from './page-reply.ts';

/** A failure of ours as a page: status 500 or 503. It reads nothing and shows nothing but the request id. */
export const errorReply = (error: PortalError, requestId: string): HttpReply => {
  const status = errorCodes[error.code].status === 500 ? 500 : 503;
  return pageReply(status, errorPage({ status, requestId }), null, { ...noStore, 'retry-after': '30' });
};
