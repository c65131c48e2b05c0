import type { HttpReply } from '../../shared/http/event.ts';
import { htmlReply } from '../../shared/http/reply.ts';
import { contentSecurityPolicy } from '../../shared/pages/content-security-policy.ts';

/** A page, asked for anew at each view: nothing keeps it until something tells the edge that it has changed. */
export const pageReply = (status: number, html: string, headers: Record<string, string> = {}): HttpReply =>
  htmlReply(status, html, {
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-cache',
    ...headers,
  });
