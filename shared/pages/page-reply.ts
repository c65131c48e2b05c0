import { contentEtag } from '../http/entity-tag.ts';
import type { HttpReply } from '../http/event.ts';
import { htmlReply } from '../http/reply.ts';
import type { SiteSettings } from '../site/settings.ts';
import { contentSecurityPolicy, policyOfSite } from './content-security-policy.ts';

/** A page of a site, or without settings. Without cache headers it is revalidated at each view. */
export const pageReply = (
  status: number,
  html: string,
  site: SiteSettings | null,
  headers: Record<string, string> = {},
): HttpReply =>
  htmlReply(status, html, {
    'content-security-policy': site ? policyOfSite(site) : contentSecurityPolicy,
    'cache-control': 'no-cache',
    etag: contentEtag(html),
    ...headers,
  });
