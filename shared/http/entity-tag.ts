import { createHash } from 'node:crypto';

/** A strong ETag of a body: https://www.rfc-editor.org/rfc/rfc9110#field.etag */
export const contentEtag = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
