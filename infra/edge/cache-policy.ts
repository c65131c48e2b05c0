import { Duration, type Stack } from 'aws-cdk-lib';
import { CachePolicy, CacheQueryStringBehavior } from 'aws-cdk-lib/aws-cloudfront';

/**
 * Caches a reply as long as it says itself, by its path and query; no header and no cookie is in the key. The whole query: the
 * pages, lists and searches of a portal know more parameters than the ten of an allow list. So only a behavior whose
 * function (`viewer-request.js`) removes every other parameter may use it.
 */
export const createCachePolicy = (stack: Stack) =>
  new CachePolicy(stack, 'CachePolicy', {
    // A policy belongs to the account, not to the Region.
    cachePolicyName: `${stack.stackName}-${stack.region}`,
    comment: 'Cong Tin: by path and query, as long as each reply says',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
