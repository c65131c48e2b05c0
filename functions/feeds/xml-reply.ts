import type { HttpReply } from '../../shared/http/event.ts';

/** What XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const reply = (type: string, body: string): HttpReply => ({
  statusCode: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
  body,
});

export const xmlReply = (type: 'application/rss+xml' | 'application/xml', xml: string): HttpReply =>
  reply(type, xml.replace(notXml, ''));

export const textReply = (text: string): HttpReply => reply('text/plain', text);
