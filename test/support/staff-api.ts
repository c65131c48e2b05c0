import type { Removed } from '../../functions/articles/sanitize-body.ts';
import type { Article } from '../../shared/articles/article.ts';

export type Account = 'author' | 'editor' | 'admin';
/** A running portal, as the staff's client needs it. */
type Portal = { url: string; token: (account: Account) => Promise<string> };
type Call = {
  method?: string;
  body?: unknown;
  raw?: string;
  ifMatch?: number;
  headers?: Record<string, string>;
};

/** A reply with its whole body, as a client gets it. */
export type Answer<Body = unknown> = { status: number; headers: Headers; body: Body };
export type EditorialArticle = Article & { url: string; removed: Removed[] };
export type Problem = {
  status: number;
  title: string;
  code: string;
  detail?: string;
  errors?: { field: string; reason: string }[];
  requestId: string;
} & Record<string, unknown>;

/** A valid article, as an editor sends it. */
export const content = (fields: Record<string, unknown> = {}) => ({
  title: 'Phường Hạc Vân ra quân dọn vệ sinh bờ kè',
  body: '<p>Sáng thứ Bảy, bờ kè sông Lam Vân đông người hơn mọi ngày.</p>',
  category: 'tin-tuc',
  ...fields,
});

/** A client of the admin API for one account, with raw replies. */
export const staffApi = (portal: Portal) => {
  const call =
    (account: Account | null) =>
    async <Body = Problem>(
      path: string,
      { method = 'GET', body, raw, ifMatch, headers }: Call = {},
    ): Promise<Answer<Body>> => {
      const payload = raw ?? (body === undefined ? null : JSON.stringify(body));
      const reply = await fetch(`${portal.url}/api/admin${path}`, {
        method,
        headers: {
          ...(account && { authorization: `Bearer ${await portal.token(account)}` }),
          ...(payload !== null && { 'content-type': 'application/json' }),
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
          ...headers,
        },
        body: payload,
      });
      const text = await reply.text();
      return { status: reply.status, headers: reply.headers, body: (text ? JSON.parse(text) : null) as Body };
    };

  const as = { author: call('author'), editor: call('editor'), admin: call('admin'), nobody: call(null) };

  const create = async (fields: Record<string, unknown> = {}, account: Account = 'editor') =>
    accepted(await as[account]<EditorialArticle>('/articles', { method: 'POST', body: content(fields) }));

  const publish = async ({ id, version }: { id: string; version: number }, publishedAt?: string) =>
    accepted(
      await as.editor<EditorialArticle>(`/articles/${id}/publish`, {
        method: 'POST',
        ifMatch: version,
        body: publishedAt === undefined ? {} : { publishedAt },
      }),
    );

  const published = async (fields: Record<string, unknown> = {}, publishedAt?: string) =>
    publish(await create(fields), publishedAt);

  return { as, create, publish, published };
};

/** The body of a reply without an error. Throws with the reply's text otherwise. */
const accepted = <Body>({ status, body }: Answer<Body>): Body => {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};
