import { errorCodes, type PortalError } from '../errors.ts';
import type { HttpReply } from './event.ts';
import { noStore } from './reply.ts';

/** An error as a problem document (https://www.rfc-editor.org/rfc/rfc9457). From status 500 up it does not reveal the cause. */
export const problemReply = (error: PortalError, requestId: string): HttpReply => {
  const { status, title } = errorCodes[error.code];
  const mayExplain = status < 500;
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...noStore,
      ...(status === 503 && { 'retry-after': '5' }),
    },
    body: JSON.stringify({
      title,
      status,
      code: error.code,
      ...(mayExplain && { detail: error.message }),
      ...(mayExplain && error.fields.length > 0 && { errors: error.fields }),
      ...(mayExplain && error.extra),
      requestId,
    }),
  };
};
