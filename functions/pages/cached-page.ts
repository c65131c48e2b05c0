import type { CacheHeaders, Freshness } from '../../shared/edge/freshness.ts';
import { untilFrameChanges } from '../../shared/edge/page-freshness.ts';
import type { HttpReply } from '../../shared/http/event.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { ReaderSettings } from '../../shared/site/page-links.ts';

type Page = { html: string; site: ReaderSettings; freshness: Freshness; now: Date };

/** A page of status 200 that the edge caches until its content or the frame around it changes. */
export const cachedPage = (
  { cacheHeaders }: { cacheHeaders: CacheHeaders },
  { html, site, freshness, now }: Page,
): HttpReply => pageReply(200, html, site, cacheHeaders(untilFrameChanges(freshness, site, now), now));
