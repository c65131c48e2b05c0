import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj } from '@middy/core';
import { readOriginSecrets } from '../env.ts';
import { errorCodes, PortalError } from '../errors.ts';
import { controlCharacter } from '../text/characters.ts';
import type { Handlers, HttpEvent, HttpReply } from './event.ts';
import { originCheck } from './origin-secret.ts';
import { problemReply } from './problem.ts';

/** How a function renders errors: problem documents by default, pages for readers. */
type ErrorReply = (error: PortalError, event: HttpEvent) => HttpReply | Promise<HttpReply>;

const asProblem = (error: PortalError, event: HttpEvent): HttpReply =>
  problemReply(error, event.requestContext.requestId);

const notThroughDistribution = new PortalError('forbidden', 'Hãy dùng địa chỉ chính thức của cổng.');

/**
 * The one translator: turns any error of a handler into a reply, and logs it with the user name of the caller, if there is a token. A
 * refusal's line has no more of the request: no address, header, query or body.
 */
const errorsToReplies = (logger: Logger, reply: ErrorReply): MiddlewareObj<HttpEvent, HttpReply> => ({
  async onError(request) {
    const { error: thrown, event } = request;
    const error =
      thrown instanceof PortalError ? thrown : new PortalError('internal', 'Unexpected', { cause: thrown });
    const { routeKey, requestContext } = event;
    const { status } = errorCodes[error.code];
    const actor = requestContext.authorizer?.jwt.claims.username;
    const line = { code: error.code, status, routeKey, requestId: requestContext.requestId, actor };
    if (status >= 500) logger.error(error.message, { ...line, error });
    else logger.info(error.message, line);
    request.response = await reply(error, event);
  },
});

/** A Lambda function from its handlers. It refuses what did not come through the distribution; a HEAD is handled as a GET without its body. */
export const httpFunction = <RouteKey extends string>(
  handlers: Handlers<RouteKey>,
  errorReply: ErrorReply = asProblem,
  originSecrets: readonly string[] = readOriginSecrets(),
) => {
  const logger = new Logger();
  const isFromDistribution = originCheck(originSecrets);
  const dispatch = async (event: HttpEvent): Promise<HttpReply> => {
    // Not by `errorReply`, which reads a table for a page: nobody reads at this address.
    if (!isFromDistribution(event)) return asProblem(notThroughDistribution, event);
    const handler = handlers[event.routeKey.replace(/^HEAD /, 'GET ') as RouteKey];
    if (!handler) throw new PortalError('internal', `No handler for ${event.routeKey}`);
    // API Gateway decodes the path: no address has a control character.
    if (controlCharacter.test(event.rawPath)) throw new PortalError('not_found', 'Không có địa chỉ này.');
    return handler(event);
  };
  return middy<HttpEvent, HttpReply>()
    .use(injectLambdaContext(logger))
    .use(withoutBodyForHead)
    .use(errorsToReplies(logger, errorReply))
    .handler(dispatch);
};

const withoutBody = (request: { event: HttpEvent; response: HttpReply | null | undefined }) => {
  if (request.event.requestContext.http.method !== 'HEAD' || !request.response) return;
  request.response = { ...request.response, body: '' };
};
const withoutBodyForHead: MiddlewareObj<HttpEvent, HttpReply> = { after: withoutBody, onError: withoutBody };
