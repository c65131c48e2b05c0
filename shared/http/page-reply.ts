import { contentSecurityPolicy, policyOf } from '../pages/content-security-policy.ts';
import type { SiteSettings } from '../site/settings.ts';
import { entityTag } from './entity-tag.ts';
import type { HttpReply } from './event.ts';
import { htmlReply } from './reply.ts';

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
