import { compress } from './compress.ts';
import type { Behavior } from './distribution.ts';
import { type HttpRequest, type HttpResponse, splitTarget } from './http-event.ts';
import type { Answer } from './http-server.ts';

type Settings = {
  behaviorFor: (path: string) => Behavior;
  headersPolicies: ReadonlyMap<string, (own: HttpResponse['headers']) => HttpResponse['headers']>;
  functions: (request: HttpRequest) => Promise<HttpResponse>;
  bucket: (domain: string, request: HttpRequest) => Promise<HttpResponse>;
};

const forbidden: HttpResponse = {
  status: 403,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from('This distribution does not allow the method.'),
};

/** CloudFront's part: the behaviour of a path, its origin, compression and security headers. Nothing is kept: each reply says `no-cache`. */
export const edge = ({ behaviorFor, headersPolicies, functions, bucket }: Settings) => {
  const fromOrigin = ({ origin, allows }: Behavior, request: HttpRequest) => {
    if (!allows(request.method)) return forbidden;
    return origin.kind === 'bucket' ? bucket(origin.domain, request) : functions(request);
  };

  return async (request: HttpRequest): Promise<HttpResponse> => {
    const behavior = behaviorFor(splitTarget(request.target).rawPath);
    const fresh = await fromOrigin(behavior, request);
    const reply = behavior.compresses ? await compress(fresh, request.headers['accept-encoding']) : fresh;
    const addHeaders = headersPolicies.get(behavior.headersPolicy);
    return { ...reply, headers: addHeaders ? addHeaders(reply.headers) : reply.headers };
  };
};

/** Reads requests whole for what answers them, and writes its replies. */
export const overHttp =
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
