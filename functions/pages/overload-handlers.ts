import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { problemReply } from '../../shared/http/problem.ts';
import { serverErrorReply } from '../../shared/pages/error-reply.ts';
import { overloadPath } from '../../shared/routes.ts';

const overloaded = new PortalError('overloaded', 'Throttled by API Gateway');

/**
 * What the distribution gets instead of API Gateway's 429 for a page: without a look at the table, and with a status on which the edge
 * serves an old page if it has one.
 */
export const overloadHandlers: Handlers<`GET ${typeof overloadPath}/{path+}`> = {
  [`GET ${overloadPath}/{path+}`]: async ({ rawPath, requestContext: { requestId } }) =>
    rawPath.startsWith(`${overloadPath}/api/`)
      ? problemReply(overloaded, requestId)
      : serverErrorReply(overloaded, requestId),
};
