import { contentEtag } from '../../shared/http/entity-tag.ts';
import type { HttpReply } from '../../shared/http/event.ts';

/** What XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text for programs, with what `edgeHeaders` says of how long it may be kept. */
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
