import { createHash } from 'node:crypto';
import type { HttpReply } from '../../shared/http/event.ts';
import { htmlReply } from '../../shared/http/reply.ts';
import { contentSecurityPolicy } from '../../shared/pages/content-security-policy.ts';

/** A page. Without a word of how long it may be kept (`edgeHeaders`) it is asked for anew at each view. */
export const pageReply = (status: number, html: string, headers: Record<string, string> = {}): HttpReply =>
  htmlReply(status, html, {
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-cache',
    etag: entityTag(html),
    ...headers,
  });

/** By what it says, so that a browser that has it is told so in a line. */
export const entityTag = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
