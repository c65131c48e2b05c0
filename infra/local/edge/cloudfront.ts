import { type HttpRequest, type HttpResponse, splitTarget } from '../api/http-event.ts';
import type { Answer } from '../listen.ts';
import { compressor } from './compress.ts';
import { applyConditions } from './conditional-request.ts';
import type { Behavior } from './distribution.ts';
import type { EdgeCache, Outcome } from './edge-cache.ts';

type Settings = {
  cache: EdgeCache;
  behaviorFor: (path: string) => Behavior;
  headersPolicies: ReadonlyMap<string, (own: HttpResponse['headers']) => HttpResponse['headers']>;
  functions: (request: HttpRequest) => Promise<HttpResponse>;
  bucket: (domain: string, request: HttpRequest) => Promise<HttpResponse>;
};

type OriginKind = Behavior['origin']['first']['kind'];

const forbidden: HttpResponse = {
  status: 403,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from('This distribution does not allow the request.'),
};
/** CloudFront's reply when the origin is unreachable. */
const unreachable: HttpResponse = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<!doctype html><title>502</title><h1>502 The origin did not answer</h1>'),
};
const outcomeTexts: Record<Outcome, string> = { hit: 'Hit', miss: 'Miss', stale: 'Stale' };

/** CloudFront: behavior, viewer-request function, cache or origin, conditions, compression and response headers. */
export const cloudFront = ({ cache, behaviorFor, headersPolicies, functions, bucket }: Settings) => {
  const counts: Record<Outcome, number> = { hit: 0, miss: 0, stale: 0 };
  let unreachableOrigins: readonly OriginKind[] = [];
  const compress = compressor();

  const fromSingleOrigin = async (
    origin: Behavior['origin']['first'],
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    if (unreachableOrigins.includes(origin.kind)) return unreachable;
    if (origin.kind === 'bucket') return bucket(origin.domain, request);
    const headers = { ...request.headers, ...origin.headers };
    return functions({ ...request, target: origin.path + request.target, headers });
  };
  const fromOrigin = async ({ origin }: Behavior, request: HttpRequest): Promise<HttpResponse> => {
    const reply = await fromSingleOrigin(origin.first, request);
    return origin.second && origin.isFailover(reply.status)
      ? fromSingleOrigin(origin.second, request)
      : reply;
  };

  /** Looks a request up in the behavior's cache, if it has one. HEAD uses the cached GET. */
  const lookUp = async (behavior: Behavior, request: HttpRequest): Promise<HttpResponse> => {
    const { cacheRules } = behavior;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!cacheRules || !isRead) return fromOrigin(behavior, request);
    const { rawPath, rawQueryString } = splitTarget(request.target);
    const query = cacheRules.keyQuery(rawQueryString);
    const target = query ? `${rawPath}?${query}` : rawPath;
    const headers = behavior.forwardsViewer ? request.headers : { host: request.headers.host ?? '' };
    const originRequest: HttpRequest = { method: 'GET', target, headers, body: Buffer.alloc(0) };
    const { reply, outcome, ageSeconds } = await cache.get(target, rawPath, cacheRules, () =>
      fromOrigin(behavior, originRequest),
    );
    counts[outcome] += 1;
    const headersWithAge = {
      ...reply.headers,
      'x-cache': `${outcomeTexts[outcome]} from cloudfront`,
      'x-cache-counts': `hit=${counts.hit}, miss=${counts.miss}, stale=${counts.stale}`,
      ...(outcome !== 'miss' && { age: String(ageSeconds) }),
    };
    return { ...reply, headers: headersWithAge };
  };

  const answer = async (viewer: HttpRequest): Promise<HttpResponse> => {
    const { rawPath, rawQueryString } = splitTarget(viewer.target);
    const behavior = behaviorFor(rawPath);
    // CloudFront refuses a GET with a body:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
    const isFatGet = ['GET', 'HEAD'].includes(viewer.method) && viewer.body.length > 0;
    if (isFatGet || !behavior.allows(viewer.method)) return forbidden;
    const rewritten = behavior.viewerRequest?.({
      method: viewer.method,
      path: rawPath,
      query: rawQueryString,
      headers: viewer.headers,
    });
    const target = rewritten ? rewritten.path + (rewritten.query && `?${rewritten.query}`) : viewer.target;
    const found = await lookUp(behavior, { ...viewer, target });
    const conditional = applyConditions(found, viewer);
    const isCompressed = behavior.compresses && conditional.status !== 206;
    const reply = isCompressed ? await compress(conditional, viewer.headers['accept-encoding']) : conditional;
    const addHeaders = headersPolicies.get(behavior.headersPolicy);
    const headers = addHeaders ? addHeaders(reply.headers) : reply.headers;
    return { ...reply, headers, body: viewer.method === 'HEAD' ? Buffer.alloc(0) : reply.body };
  };

  return {
    answer,
    /** Makes origins of some kinds unreachable; an empty list restores all. */
    setUnreachable(kinds: readonly OriginKind[]) {
      unreachableOrigins = kinds;
    },
  };
};

/** An HTTP listener that reads whole requests and writes replies. */
export const toHttpListener =
  (answer: (request: HttpRequest) => Promise<HttpResponse>): Answer =>
  async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(',')]);
    const {
      status,
      headers: replied,
      body,
    } = await answer({
      method: incoming.method ?? 'GET',
      target: incoming.url ?? '/',
      headers: Object.fromEntries(headers),
      body: Buffer.concat(chunks),
    });
    response.writeHead(status, { ...replied, 'content-length': body.length });
    response.end(body);
  };
