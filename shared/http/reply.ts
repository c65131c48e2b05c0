import type { HttpReply } from './event.ts';

/** Where an admin's reply may be kept: nowhere. */
export const noStore = { 'cache-control': 'no-store' };

export const jsonReply = (
  statusCode: number,
  body: unknown,
  headers: Record<string, string> = noStore,
): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

export const htmlReply = (statusCode: number, body: string, headers: Record<string, string>): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});

/** A permanent redirect within this site; `path` begins with one slash. */
export const permanentRedirect = (path: string, headers: Record<string, string> = {}): HttpReply => ({
  statusCode: 301,
  headers: { location: path, ...headers },
  body: '',
});

/** The page to look at instead, for now: what it leads to changes with the news. */
export const temporaryRedirect = (path: string): HttpReply => ({
  ...permanentRedirect(path),
  statusCode: 302,
});

export const emptyReply = (): HttpReply => ({ statusCode: 204, headers: noStore });

/** A version as an entity tag (https://www.rfc-editor.org/rfc/rfc9110#field.etag). */
export const versionEtag = (version: number) => ({ etag: `"${version}"` });
