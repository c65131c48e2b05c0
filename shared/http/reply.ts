import * as z from 'zod/mini';
import type { HttpReply } from './event.ts';
import { encodePath } from './site-path.ts';

/** For replies that must not be cached: everything that staff read. */
export const noStore = { 'cache-control': 'no-store' };

/** A page of a list, with the cursor of the next one. */
export const listOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });

/** A JSON reply, serialized through the schema that the contract declares, so that a field it does not know cannot leak. */
export const jsonReply = <Schema extends z.ZodMiniType>(
  statusCode: number,
  schema: Schema,
  body: z.input<Schema>,
  headers: Record<string, string> = noStore,
): HttpReply & { body: string } => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(schema.parse(body)),
});

export const htmlReply = (statusCode: number, body: string, headers: Record<string, string>): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});

/** The `Location` header of a decoded path. */
export const locationHeader = (path: string) => ({ location: encodePath(path) });

/** A 301 to a decoded path of this site. */
export const permanentRedirect = (path: string, headers: Record<string, string> = {}): HttpReply => ({
  statusCode: 301,
  headers: { ...locationHeader(path), ...headers },
  body: '',
});

/** A 302 to a decoded path of this site, for a page that changes with the news. */
export const temporaryRedirect = (path: string): HttpReply => ({
  ...permanentRedirect(path),
  statusCode: 302,
});

export const emptyReply = (): HttpReply => ({ statusCode: 204, headers: noStore });

/** A version as a strong entity tag (https://www.rfc-editor.org/rfc/rfc9110#field.etag). */
export const versionEtag = (version: number) => ({ etag: `"${version}"` });
