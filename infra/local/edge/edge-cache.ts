import type { HttpResponse } from '../api/http-event.ts';
import { readKeeping } from './cache-control.ts';

/** TTLs of a cache policy, in seconds. */
export type KeepingRules = {
  minSeconds: number;
  defaultSeconds: number;
  maxSeconds: number;
  /** The minimum TTL of an error, by its status. */
  errorSeconds: (status: number) => number;
  tagHeader: string | null;
};

export type Outcome = 'hit' | 'miss' | 'stale';
type Fetch = () => Promise<HttpResponse>;
type Kept = {
  reply: HttpResponse;
  path: string;
  tags: ReadonlySet<string>;
  keptAtMs: number;
  freshUntilMs: number;
  revalidateUntilMs: number;
  errorUntilMs: number;
};
type Forgetting = { sequence: number; matches: (kept: Pick<Kept, 'path' | 'tags'>) => boolean };

/** Cached replies; the oldest is evicted. */
const capacity = 5_000;
/** Invalidations that are remembered for fetches that began before them. */
const rememberedForgettings = 1_000;

/** CloudFront's cache in one location: fresh replies, stale-while-revalidate, stale-if-error, and request collapsing. */
export const edgeCache = (nowMs: () => number) => {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<HttpResponse>>();
  const forgettings: Forgetting[] = [];
  let sequence = 0;

  /** Fetches a reply once for all concurrent requests, and caches it unless it was invalidated meanwhile. */
  const fetchOnce = (key: string, path: string, rules: KeepingRules, fetch: Fetch): Promise<HttpResponse> => {
    const waiting = underWay.get(key);
    if (waiting) return waiting;
    const beganAt = sequence;
    const fetching = fetch()
      .then((reply) => {
        const made = toKept(reply, path, rules, nowMs());
        const isForgotten = forgettings.some((one) => one.sequence > beganAt && made && one.matches(made));
        if (made && !isForgotten) keep(key, made);
        return reply;
      })
      .finally(() => {
        if (underWay.get(key) === fetching) underWay.delete(key);
      });
    underWay.set(key, fetching);
    return fetching;
  };

  const keep = (key: string, made: Kept) => {
    kept.delete(key);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
  };

  return {
    /** The reply for a key, cached or fetched, and its age in seconds. */
    async get(
      key: string,
      path: string,
      rules: KeepingRules,
      fetch: Fetch,
    ): Promise<{ reply: HttpResponse; outcome: Outcome; ageSeconds: number }> {
      const found = kept.get(key);
      const now = nowMs();
      const fromHere = (outcome: Outcome, { reply, keptAtMs }: Kept) => ({
        reply,
        outcome,
        ageSeconds: Math.floor((now - keptAtMs) / 1000),
      });
      if (found && now < found.freshUntilMs) return fromHere('hit', found);
      if (found && now < found.revalidateUntilMs) {
        fetchOnce(key, path, rules, fetch).catch(() => undefined);
        return fromHere('stale', found);
      }
      const reply = await fetchOnce(key, path, rules, fetch);
      if (reply.status >= 500 && found && nowMs() < found.errorUntilMs && kept.get(key) === found) {
        return fromHere('stale', found);
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
      const matches: Forgetting['matches'] = ({ path, tags: carried }) =>
        [...tags].some((tag) => carried.has(tag)) ||
        paths.some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one));
      sequence += 1;
      forgettings.push({ sequence, matches });
      if (forgettings.length > rememberedForgettings) forgettings.shift();
      underWay.clear();
      for (const [key, one] of kept) if (matches(one)) kept.delete(key);
    },
  };
};
export type EdgeCache = ReturnType<typeof edgeCache>;

/** A reply with its expiry times; null when it must not be cached. */
const toKept = (reply: HttpResponse, path: string, rules: KeepingRules, nowMs: number): Kept | null => {
  const { fresh, revalidate, error } = readKeeping(reply);
  const isError = reply.status >= 400;
  const asked = isError
    ? Math.max(fresh ?? 0, rules.errorSeconds(reply.status))
    : Math.max(rules.minSeconds, fresh ?? rules.defaultSeconds);
  const seconds = Math.min(asked, rules.maxSeconds);
  if (seconds <= 0 || (fresh === 0 && !isError)) return null;
  const freshUntilMs = nowMs + seconds * 1000;
  const tags = String((rules.tagHeader && reply.headers[rules.tagHeader]) ?? '').toLowerCase();
  return {
    reply,
    path,
    tags: new Set(tags.split(',').map((tag) => tag.trim())),
    keptAtMs: nowMs,
    freshUntilMs,
    revalidateUntilMs: freshUntilMs + revalidate * 1000,
    errorUntilMs: freshUntilMs + error * 1000,
  };
};
