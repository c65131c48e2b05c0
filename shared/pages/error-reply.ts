import { errorCodes, type PortalError } from '../errors.ts';
import type { HttpReply } from '../http/event.ts';
import { noStore } from '../http/reply.ts';
import { errorPage } from './error-page.tsx';
import { pageReply } from './page-reply.ts';

/** The page for an error on our side: status 500 or 503. It needs no data and reveals nothing of the cause. */
export const serverErrorReply = ({ code }: Pick<PortalError, 'code'>, requestId: string): HttpReply => {
  const kind = code === 'unavailable' || code === 'overloaded' ? code : 'internal';
  const { status } = errorCodes[kind];
  return pageReply(status, errorPage({ kind, requestId }), null, { ...noStore, 'retry-after': '30' });
};
