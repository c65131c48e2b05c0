import type { HttpResponse } from '../api/http-event.ts';

/** What a reply says of how long CloudFront may keep it, in seconds: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html */
export type Keeping = { fresh: number | null; revalidate: number; error: number };

/** The header as directives; `fresh` is null where nothing is said, 0 where it may not be kept. */
export const readKeeping = ({ headers }: HttpResponse): Keeping => {
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
