import { createHash } from 'node:crypto';
import type { HttpReply } from '../../shared/http/event.ts';
import { htmlReply } from '../../shared/http/reply.ts';
import { contentSecurityPolicy, policyOf } from '../../shared/pages/content-security-policy.ts';
import type { SiteSettings } from '../../shared/site/settings.ts';

/** A page of a site, or without settings. Without a word of how long it may be kept (`edgeHeaders`) it is asked for anew at each view. */
export const pageReply = (
  status: number,
  html: string,
  site: SiteSettings | null,
  headers: Record<string, string> = {},
): HttpReply =>
  htmlReply(status, html, {
    'content-security-policy': site ? policyOf(site) : contentSecurityPolicy,
    'cache-control': 'no-cache',
    etag: entityTag(html),
    ...headers,
  });

/** By what it says, so that a browser that has it is told so in a line. */
export const entityTag = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
