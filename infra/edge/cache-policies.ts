import { Duration } from 'aws-cdk-lib';
import { CachePolicy, CacheQueryStringBehavior } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** The query parameters in each cache key. `viewer-request.js` removes all others from pages and articles (`test/infra/edge.test.ts`). */
export const keyParameters = {
  pages: ['truoc', 'sau', 'ngay', 'thang', 'phan'],
  articles: ['category', 'cursor'],
  search: ['q', 'chuyen-muc', 'tu', 'den', 'trang'],
} as const;

/** Caches a reply as long as it says itself, by its path and some query parameters; no header and no cookie is in the key. */
const cachePolicy = (scope: Construct, id: string, queryParameters: readonly string[]) =>
  new CachePolicy(scope, id, {
    comment: `Cong Tin: ${id}, as long as each reply says`,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    queryStringBehavior: CacheQueryStringBehavior.allowList(...queryParameters),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

export const createCachePolicies = (scope: Construct) => ({
  pages: cachePolicy(scope, 'PagesCachePolicy', keyParameters.pages),
  articles: cachePolicy(scope, 'ArticlesCachePolicy', keyParameters.articles),
  search: cachePolicy(scope, 'SearchCachePolicy', keyParameters.search),
});
