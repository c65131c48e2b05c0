import { type CacheTag, tagOfSite } from './cache-tags.ts';

const daySeconds = 24 * 60 * 60;
/** Seconds that the edge serves a stale page while the origin fails. */
const staleIfErrorSeconds = 7 * daySeconds;

/** How long the edge may cache a reply, and what invalidates it before. */
export type Freshness = {
  /** Invalidated when something that the reply shows has changed. */
  tags: readonly CacheTag[];
  /** Seconds that the reply is fresh at most; a day by default. */
  freshSeconds?: number;
  /** The instant at which the reply changes by time alone, such as a scheduled publication. */
  changesAt?: string | null | undefined;
};

/** The response header that CloudFront reads cache tags from: `CacheTagConfig` in `infra/edge/distribution.ts`. */
export const cacheTagHeader = 'cache-tag';

/** Cache headers of a reply of one site. */
export type CacheHeaders = (freshness: Freshness, now: Date) => Record<string, string>;

/**
 * Cache headers as the edge reads them, for the replies of a site. A reply that is no longer fresh may be served while it is fetched again
 * (`stale-while-revalidate`), but never past the instant at which it changes; while the origin fails it is served for a week
 * (`stale-if-error`). https://www.rfc-editor.org/rfc/rfc5861
 */
export const cacheHeadersOf =
  (siteId: string): CacheHeaders =>
  ({ tags, freshSeconds = daySeconds, changesAt = null }, now) => {
    const secondsToChange =
      changesAt === null
        ? Number.POSITIVE_INFINITY
        : Math.floor((Date.parse(changesAt) - now.getTime()) / 1000);
    const fresh = Math.max(0, Math.min(freshSeconds, secondsToChange));
    if (fresh === 0) return { 'cache-control': 'no-cache' };
    const revalidate = Math.min(daySeconds, secondsToChange - fresh);
    return {
      'cache-control': [
        'public',
        'max-age=0',
        `s-maxage=${fresh}`,
        ...(revalidate > 0 ? [`stale-while-revalidate=${revalidate}`] : []),
        `stale-if-error=${staleIfErrorSeconds}`,
      ].join(', '),
      [cacheTagHeader]: tags.map((tag) => tagOfSite(siteId, tag)).join(','),
    };
  };
