const daySeconds = 24 * 60 * 60;
/** How long a page is served while nothing behind the edge answers. */
const staleIfErrorSeconds = 7 * daySeconds;

/** How long the edge may keep a reply, and what ends it before. */
export type Freshness = {
  /** What is invalidated when something that the reply shows has changed. */
  tags: readonly string[];
  /** Seconds that it is fresh at the most; a day when nothing is said. */
  freshSeconds?: number;
  /** The moment from which it is no longer true by time alone, such as a scheduled publication. */
  changesAt?: string | null | undefined;
};

/** Header that CloudFront reads the tags from: `CacheTagConfig` in `infra/distribution.ts`. */
export const cacheTagHeader = 'cache-tag';

/**
 * A reply's life as the edge reads it. After it is fresh it may be shown while it is fetched anew, but never past the moment at which
 * it is known to change; while the origin fails it is shown for a week. https://www.rfc-editor.org/rfc/rfc5861
 */
export const cacheHeaders = (
  { tags, freshSeconds = daySeconds, changesAt = null }: Freshness,
  now: Date,
): Record<string, string> => {
  const knownSeconds =
    changesAt === null
      ? Number.POSITIVE_INFINITY
      : Math.floor((Date.parse(changesAt) - now.getTime()) / 1000);
  const fresh = Math.max(0, Math.min(freshSeconds, knownSeconds));
  if (fresh === 0) return { 'cache-control': 'no-cache' };
  const revalidate = Math.min(daySeconds, knownSeconds - fresh);
  return {
    'cache-control': [
      'public',
      'max-age=0',
      `s-maxage=${fresh}`,
      ...(revalidate > 0 ? [`stale-while-revalidate=${revalidate}`] : []),
      `stale-if-error=${staleIfErrorSeconds}`,
    ].join(', '),
    [cacheTagHeader]: tags.join(','),
  };
};
