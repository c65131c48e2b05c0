import * as z from 'zod/mini';
import type { HttpEvent } from '../../../shared/http/event.ts';

/** A request with its whole body. Header names are lower case; several values of one are joined by commas. */
export type HttpRequest = {
  method: string;
  /** Path and query, as sent. */
  target: string;
  headers: Record<string, string>;
  body: Buffer;
};

/** A reply, ready to be sent. */
export type HttpResponse = { status: number; headers: Record<string, string | string[]>; body: Buffer };

export type Claims = Record<string, unknown>;
type Routed = {
  routeKey: string;
  /** Decoded. */
  path: string;
  pathParameters: Record<string, string>;
  authorized: { claims: Claims; scopes: string[] } | null;
  requestId: string;
  now: Date;
};

export const splitTarget = (target: string) => {
  const at = target.indexOf('?');
  return at < 0
    ? { rawPath: target, rawQueryString: '' }
    : { rawPath: target.slice(0, at), rawQueryString: target.slice(at + 1) };
};

/** The event of an HTTP API, payload 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const httpEvent = (request: HttpRequest, routed: Routed): HttpEvent => {
  const { rawQueryString } = splitTarget(request.target);
  const { cookie, ...headers } = request.headers;
  const isText = isTextType(headers['content-type']);
  return {
    version: '2.0',
    routeKey: routed.routeKey,
    rawPath: routed.path,
    rawQueryString,
    headers,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    ...(rawQueryString !== '' && { queryStringParameters: joinedQuery(rawQueryString) }),
    ...(Object.keys(routed.pathParameters).length > 0 && { pathParameters: routed.pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: routed.path,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: routed.requestId,
      routeKey: routed.routeKey,
      stage: '$default',
      time: routed.now.toUTCString(),
      timeEpoch: routed.now.getTime(),
      ...(routed.authorized && {
        authorizer: {
          jwt: { claims: claimsAsText(routed.authorized.claims), scopes: routed.authorized.scopes },
        },
      }),
    },
    ...(request.body.length > 0 && { body: request.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !isText,
  };
};

const isTextType = (type = '') =>
  /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))/i.test(type);

const joinedQuery = (query: string) => {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = joined[name] === undefined ? value : `${joined[name]},${value}`;
  }
  return joined;
};

/**
 * API Gateway passes every claim as text: an array as `[a b]`, an object as JSON. A claim that is null is left out.
 * Measured: https://github.com/floci-io/floci/pull/2011
 */
export const claimsAsText = (claims: Claims): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, claimAsText(value)]],
    ),
  );

const claimAsText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Visible ASCII, space and tab: https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const headerText = z.string().check(z.regex(/^[\t\x20-\x7e]*$/));

const lambdaReply = z.object({
  statusCode: z.int(),
  headers: z._default(z.record(headerText, z.union([headerText, z.number(), z.boolean()])), {}),
  cookies: z._default(z.array(headerText), []),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
});

/** A function's reply as HTTP. Throws for one that API Gateway would not accept. */
export const httpResponse = (reply: unknown): HttpResponse => {
  const { statusCode, headers, cookies, body, isBase64Encoded } = lambdaReply.parse(reply);
  const lowerCase = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  return {
    status: statusCode,
    headers: { ...Object.fromEntries(lowerCase), ...(cookies.length > 0 && { 'set-cookie': cookies }) },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
};
