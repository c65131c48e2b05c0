import { contentEtag } from '../../shared/http/entity-tag.ts';
import type { HttpReply } from '../../shared/http/event.ts';

/** Characters that XML 1.0 does not allow, not even escaped: https://www.w3.org/TR/xml/#charsets */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text reply with its ETag and cache headers. */
const reply = (type: string, body: string, headers: Record<string, string>): HttpReply => ({
  statusCode: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, etag: contentEtag(body), ...headers },
  body,
});

export const xmlReply = (
  type: 'application/rss+xml' | 'application/xml',
  xml: string,
  headers: Record<string, string>,
): HttpReply => reply(type, xml.replace(notXml, ''), headers);

export const textReply = (text: string, headers: Record<string, string>): HttpReply =>
  reply('text/plain', text, headers);
