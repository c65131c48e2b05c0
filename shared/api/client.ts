import type * as z from 'zod/mini';
import type { ApiRoute, operations } from './operations.ts';
import type { ReplyName, RequestName, replySchemas, requestSchemas } from './schemas.ts';

type Operations = typeof operations;
type BodyOf<R extends ApiRoute> = Operations[R] extends { body: infer Name extends RequestName }
  ? z.input<(typeof requestSchemas)[Name]>
  : undefined;
type ReplyOf<R extends ApiRoute> = Operations[R]['reply'][1] extends infer Name
  ? Name extends ReplyName
    ? z.output<(typeof replySchemas)[Name]>
    : null
  : never;
type QueryOf<R extends ApiRoute> = Operations[R] extends { query: infer Query extends z.ZodMiniType }
  ? z.input<Query>
  : undefined;

type Call<R extends ApiRoute> = {
  path?: Record<string, string | number>;
  query?: QueryOf<R>;
  body?: BodyOf<R>;
  /** The version that is changed. */
  ifMatch?: number;
  /** Creates the resource only if it does not exist. */
  isNew?: boolean;
};
type Reply<R extends ApiRoute> = {
  status: number;
  body: ReplyOf<R>;
  /** The reply as text: CSV, for a call that asks for it. */
  text: string;
  version: number | null;
};

/** A reply of status 400 or above, with the portal's own message. */
export class RefusedCall extends Error {
  readonly status: number;
  readonly problem: Partial<z.output<typeof replySchemas.Problem>>;

  constructor(route: string, status: number, problem: RefusedCall['problem']) {
    const fields = problem.errors?.map(({ field, reason }) => `${field}: ${reason}`).join('; ');
    super(fields || problem.detail || problem.title || `${route}: ${status}`);
    this.name = 'RefusedCall';
    this.status = status;
    this.problem = problem;
  }
}

type ClientOptions = {
  url: string;
  token: () => Promise<string>;
  /** Waits before a 429 or 503 is retried. */
  wait: (ms: number) => Promise<unknown>;
  attempts?: number;
};

/**
 * A client of the API, typed by the schemas that validate requests and shape replies: `call('POST /api/admin/articles', { body })`.
 * Throws `RefusedCall`; after a 429 or 503 only when several attempts failed.
 */
export const portalClient = ({ url, token, wait, attempts = 8 }: ClientOptions) => {
  const attempt = async (target: string, init: RequestInit): Promise<Response> => {
    for (let tries = 1; ; tries += 1) {
      const reply = await fetch(target, init);
      if (![429, 503].includes(reply.status) || tries === attempts) return reply;
      await wait(Math.min(5000, 50 * 2 ** tries) * (0.5 + Math.random()));
    }
  };

  return {
    async call<R extends ApiRoute>(route: R, options: Call<R> = {}): Promise<Reply<R>> {
      const { path = {}, query = {}, body, ifMatch, isNew } = options;
      const [method = '', pattern = ''] = route.split(' ');
      const filled = pattern.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(path[name])));
      const parameters = Object.entries(query as object).filter(([, value]) => value !== undefined);
      const search = new URLSearchParams(parameters.map(([name, value]) => [name, String(value)])).toString();
      const reply = await attempt(`${url}${filled}${search && `?${search}`}`, {
        method,
        headers: {
          ...(pattern.startsWith('/api/admin/') && { authorization: `Bearer ${await token()}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
          ...(isNew && { 'if-none-match': '*' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      const content = isJson && text !== '' ? JSON.parse(text) : null;
      if (!reply.ok) throw new RefusedCall(route, reply.status, content ?? {});
      const version = Number(reply.headers.get('etag')?.replaceAll(/W\/|"/g, ''));
      return { status: reply.status, body: content as ReplyOf<R>, text, version: version || null };
    },
  };
};
export type PortalClient = ReturnType<typeof portalClient>;
