import { expect, test } from 'vitest';
import type { HttpResponse } from '../../../infra/local/api/http-event.ts';
import { type CacheTtls, edgeCache } from '../../../infra/local/edge/edge-cache.ts';

const rules: CacheTtls = {
  minSeconds: 0,
  defaultSeconds: 0,
  maxSeconds: 31_536_000,
  errorSeconds: () => 0,
  tagHeader: 'cache-tag',
};
const reply = (body: string, cacheControl: string, { status = 200, tags = '' } = {}): HttpResponse => ({
  status,
  headers: { 'cache-control': cacheControl, 'cache-tag': tags },
  body: Buffer.from(body),
});
const failure = reply('', 'no-store', { status: 503 });

/** A cache with a settable clock and origin. */
const aCache = (ownRules = rules) => {
  let nowMs = 0;
  const cache = edgeCache(() => nowMs);
  return {
    cache,
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    get: async (answer: HttpResponse | (() => Promise<HttpResponse>), path = '/') => {
      const fetch = typeof answer === 'function' ? answer : async () => answer;
      const { reply: got, outcome } = await cache.get(path, path, ownRules, fetch);
      return [outcome, got.body.toString()];
    },
  };
};

test('caches a reply until it expires', async () => {
  const { get, pass } = aCache();
  expect(await get(reply('a', 'max-age=0, s-maxage=10'))).toEqual(['miss', 'a']);
  pass(9);
  expect(await get(reply('b', 's-maxage=10'))).toEqual(['hit', 'a']);
  pass(1);
  expect(await get(reply('c', 's-maxage=10'))).toEqual(['miss', 'c']);
});

test.each(['no-store', 'no-cache', 'private, max-age=60', 's-maxage=0', 'max-age=0', ''])(
  'does not cache a reply with "%s"',
  async (cacheControl) => {
    const { get } = aCache();
    await get(reply('a', cacheControl));
    expect(await get(reply('b', cacheControl))).toEqual(['miss', 'b']);
  },
);

test('serves a stale reply while revalidating, within stale-while-revalidate', async () => {
  const { get, pass } = aCache();
  await get(reply('a', 's-maxage=10, stale-while-revalidate=20'));
  pass(15);
  expect(await get(reply('b', 's-maxage=10'))).toEqual(['stale', 'a']);
  await expect.poll(() => get(reply('c', 's-maxage=10'))).toEqual(['hit', 'b']);
  pass(31);
  expect(await get(reply('d', 's-maxage=10'))).toEqual(['miss', 'd']);
});

test('serves a stale reply on origin errors, within stale-if-error', async () => {
  const { get, pass } = aCache();
  await get(reply('a', 's-maxage=10, stale-if-error=100'));
  pass(60);
  expect(await get(failure)).toEqual(['stale', 'a']);
  pass(60);
  expect(await get(failure)).toEqual(['miss', '']);
});

test('does not replace a cached reply by an error', async () => {
  const { get, pass } = aCache();
  await get(reply('a', 's-maxage=10, stale-if-error=100'));
  pass(11);
  await get(failure);
  expect(await get(reply('b', 's-maxage=10'))).toEqual(['miss', 'b']);
});

test('caches an error for its minimum TTL, whatever its headers', async () => {
  const { get, pass } = aCache({ ...rules, errorSeconds: () => 10 });
  await get(reply('gone', 'no-cache', { status: 404 }));
  expect(await get(reply('b', 's-maxage=10'))).toEqual(['hit', 'gone']);
  pass(10);
  expect(await get(reply('b', 's-maxage=10'))).toEqual(['miss', 'b']);
});

test('invalidates a tag and a path, and nothing else', async () => {
  const { cache, get } = aCache();
  const all = { '/a': 'a-1, l-2026-11', '/b': 'a-2,l-2026-11', '/c/d': 'a-3' };
  const outcomes = async () => {
    const seen = [];
    for (const [path, tags] of Object.entries(all)) {
      seen.push((await get(reply(path, 's-maxage=60', { tags }), path))[0]);
    }
    return seen;
  };
  await outcomes();
  expect(await outcomes()).toEqual(['hit', 'hit', 'hit']);
  cache.invalidate(['#A-1']);
  expect(await outcomes()).toEqual(['miss', 'hit', 'hit']);
  cache.invalidate(['#l-2026-11', '#a-9']);
  expect(await outcomes()).toEqual(['miss', 'miss', 'hit']);
  cache.invalidate(['/c/*']);
  expect(await outcomes()).toEqual(['hit', 'hit', 'miss']);
});

test('collapses concurrent requests into one fetch', async () => {
  const { get } = aCache();
  let fetches = 0;
  const fetch = async () => {
    fetches += 1;
    return reply('a', 's-maxage=60');
  };
  await Promise.all(Array.from({ length: 50 }, () => get(fetch)));
  expect(fetches).toBe(1);
});

test('neither caches nor shares a reply that was invalidated in flight', async () => {
  const { cache, get } = aCache();
  let answer: (reply: HttpResponse) => void = () => undefined;
  const first = get(
    () =>
      new Promise<HttpResponse>((resolve) => {
        answer = resolve;
      }),
  );
  cache.invalidate(['#a-1']);
  expect(await get(reply('new', 's-maxage=60', { tags: 'a-1' }))).toEqual(['miss', 'new']);
  answer(reply('old', 's-maxage=60', { tags: 'a-1' }));
  expect(await first).toEqual(['miss', 'old']);
  expect(await get(reply('newer', 's-maxage=60'))).toEqual(['hit', 'new']);
});
