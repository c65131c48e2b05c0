import type { HttpResponse } from '../api/http-event.ts';
import { parseCacheControl } from './cache-control.ts';

/** TTLs of a cache policy, in seconds. */
export type CacheTtls = {
  minSeconds: number;
  defaultSeconds: number;
  maxSeconds: number;
  /** The minimum TTL of an error, by its status. */
  errorSeconds: (status: number) => number;
  tagHeader: string | null;
};

export type Outcome = 'hit' | 'miss' | 'stale';
type Fetch = () => Promise<HttpResponse>;
type CacheEntry = {
  reply: HttpResponse;
  path: string;
  tags: ReadonlySet<string>;
  cachedAtMs: number;
  freshUntilMs: number;
  revalidateUntilMs: number;
  errorUntilMs: number;
};
type Invalidation = { sequence: number; matches: (entry: Pick<CacheEntry, 'path' | 'tags'>) => boolean };

/** Cached replies; the oldest is evicted. */
const capacity = 5_000;
/** Invalidations that are remembered for fetches that began before them. */
const rememberedInvalidations = 1_000;

/** CloudFront's cache in one location: fresh replies, stale-while-revalidate, stale-if-error, and request collapsing. */
export const edgeCache = (nowMs: () => number) => {
  const entries = new Map<string, CacheEntry>();
  const inFlight = new Map<string, Promise<HttpResponse>>();
  const invalidations: Invalidation[] = [];
  let sequence = 0;

  /** Fetches a reply once for all concurrent requests, and caches it unless it was invalidated meanwhile. */
  const fetchOnce = (key: string, path: string, rules: CacheTtls, fetch: Fetch): Promise<HttpResponse> => {
    const pending = inFlight.get(key);
    if (pending) return pending;
    const beganAt = sequence;
    const fetching = fetch()
      .then((reply) => {
        const entry = toEntry(reply, path, rules, nowMs());
        const isStale = invalidations.some(
          ({ sequence, matches }) => sequence > beganAt && entry && matches(entry),
        );
        if (entry && !isStale) store(key, entry);
        return reply;
      })
      .finally(() => {
        if (inFlight.get(key) === fetching) inFlight.delete(key);
      });
    inFlight.set(key, fetching);
    return fetching;
  };

  const store = (key: string, entry: CacheEntry) => {
    entries.delete(key);
    entries.set(key, entry);
    const [oldest] = entries.keys();
    if (entries.size > capacity && oldest !== undefined) entries.delete(oldest);
  };

  return {
    /** The reply for a key, cached or fetched, and its age in seconds. */
    async get(
      key: string,
      path: string,
      rules: CacheTtls,
      fetch: Fetch,
    ): Promise<{ reply: HttpResponse; outcome: Outcome; ageSeconds: number }> {
      const found = entries.get(key);
      const now = nowMs();
      const cached = (outcome: Outcome, { reply, cachedAtMs }: CacheEntry) => ({
        reply,
        outcome,
        ageSeconds: Math.floor((now - cachedAtMs) / 1000),
      });
      if (found && now < found.freshUntilMs) return cached('hit', found);
      if (found && now < found.revalidateUntilMs) {
        fetchOnce(key, path, rules, fetch).catch(() => undefined);
        return cached('stale', found);
      }
      const reply = await fetchOnce(key, path, rules, fetch);
      if (reply.status >= 500 && found && nowMs() < found.errorUntilMs && entries.get(key) === found) {
        return cached('stale', found);
      }
      return { reply, outcome: 'miss', ageSeconds: 0 };
    },

    /**
     * Invalidates replies by tag (`#tag`) or by path (`/news/*`):
     * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
     */
    invalidate(items: readonly string[]) {
      const tags = new Set(
        items.filter((item) => item.startsWith('#')).map((item) => item.slice(1).toLowerCase()),
      );
      const paths = items.filter((item) => !item.startsWith('#'));
      const matches: Invalidation['matches'] = ({ path, tags: entryTags }) =>
        [...tags].some((tag) => entryTags.has(tag)) ||
        paths.some((item) => (item.endsWith('*') ? path.startsWith(item.slice(0, -1)) : path === item));
      sequence += 1;
      invalidations.push({ sequence, matches });
      if (invalidations.length > rememberedInvalidations) invalidations.shift();
      inFlight.clear();
      for (const [key, entry] of entries) if (matches(entry)) entries.delete(key);
    },
  };
};
export type EdgeCache = ReturnType<typeof edgeCache>;

/** A reply with its expiry times; null when it must not be cached. */
const toEntry = (reply: HttpResponse, path: string, rules: CacheTtls, nowMs: number): CacheEntry | null => {
  const { fresh, revalidate, error } = parseCacheControl(reply);
  const isError = reply.status >= 400;
  const ttlSeconds = isError
    ? Math.max(fresh ?? 0, rules.errorSeconds(reply.status))
    : Math.max(rules.minSeconds, fresh ?? rules.defaultSeconds);
  const seconds = Math.min(ttlSeconds, rules.maxSeconds);
  if (seconds <= 0 || (fresh === 0 && !isError)) return null;
  const freshUntilMs = nowMs + seconds * 1000;
  const tags = String((rules.tagHeader && reply.headers[rules.tagHeader]) ?? '').toLowerCase();
  return {
    reply,
    path,
    tags: new Set(tags.split(',').map((tag) => tag.trim())),
    cachedAtMs: nowMs,
    freshUntilMs,
    revalidateUntilMs: freshUntilMs + revalidate * 1000,
    errorUntilMs: freshUntilMs + error * 1000,
  };
};
