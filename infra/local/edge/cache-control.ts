import type { HttpResponse } from '../api/http-event.ts';

/** How long CloudFront may cache a reply, in seconds: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html */
export type CacheDirectives = { fresh: number | null; revalidate: number; error: number };

/** Parses the cache control of a reply; `fresh` is null without one, 0 when the reply must not be cached. */
export const parseCacheControl = ({ headers }: HttpResponse): CacheDirectives => {
  const directives = new Map(
    String(headers['cache-control'] ?? '')
      .toLowerCase()
      .split(',')
      .map((directive) => directive.trim().split('=') as [string, string | undefined]),
  );
  const seconds = (name: string) => {
    const value = directives.get(name);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : null;
  };
  const mayNot = ['no-store', 'no-cache', 'private'].some((name) => directives.has(name));
  return {
    fresh: mayNot ? 0 : (seconds('s-maxage') ?? seconds('max-age')),
    revalidate: seconds('stale-while-revalidate') ?? 0,
    error: seconds('stale-if-error') ?? 0,
  };
};
