import { errorCodes, type PortalError } from '../errors.ts';
import type { HttpReply } from '../http/event.ts';
import { noStore } from '../http/reply.ts';
import { errorPage } from './error-page.tsx';
import { pageReply } from './page-reply.ts';

/** The page for an error on our side: status 500 or 503. It needs no data and reveals nothing of the cause. */
export const serverErrorReply = (error: PortalError, requestId: string): HttpReply => {
  const status = errorCodes[error.code].status === 500 ? 500 : 503;
  return pageReply(status, errorPage({ status, requestId }), null, { ...noStore, 'retry-after': '30' });
};
