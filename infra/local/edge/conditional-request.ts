import type { HttpRequest, HttpResponse } from '../api/http-event.ts';

/** Applies conditional and range headers: 304, 206, or the whole reply. */
export const applyConditions = (reply: HttpResponse, { method, headers }: HttpRequest): HttpResponse => {
  if (reply.status !== 200 || !['GET', 'HEAD'].includes(method)) return reply;
  if (isKnown(headers['if-none-match'], String(reply.headers.etag ?? ''))) {
    const { 'content-type': _, ...headers } = reply.headers;
    return { status: 304, headers, body: Buffer.alloc(0) };
  }
  return method === 'GET' && headers.range ? rangeOf(reply, headers.range) : reply;
};

/** Whether the browser has the entity. Weak tags compare like strong ones: https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match */
const isKnown = (header: string | undefined, etag: string): boolean => {
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  return (
    header !== undefined &&
    etag !== '' &&
    header.split(',').some((tag) => tag.trim() === '*' || strong(tag) === strong(etag))
  );
};

/** One range of bytes. Several ranges and invalid ones get the whole reply: https://www.rfc-editor.org/rfc/rfc9110#field.range */
const rangeOf = (reply: HttpResponse, range: string): HttpResponse => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === '' && to === '') return reply;
  const size = reply.body.length;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last || first >= size) {
    return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: Buffer.alloc(0) };
  }
  return {
    status: 206,
    headers: { ...reply.headers, 'content-range': `bytes ${first}-${last}/${size}` },
    body: reply.body.subarray(first, last + 1),
  };
};
