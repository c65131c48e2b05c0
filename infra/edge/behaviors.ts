import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import type { HttpApi } from '../api/http-api.ts';
import type { Buckets } from '../data/buckets.ts';
import { createCachePolicies } from './cache-policies.ts';
import { createResponseHeadersPolicies } from './response-headers.ts';

/** Statuses on which the distribution fails over to the mirror. Not 503: the pages' own reply while the table is unavailable. */
const failoverStatuses = [500, 502, 504];

/** The search page: `GET /tim-kiem` of `shared/routes.ts`. */
const searchPath = '/tim-kiem';

type Origins = { api: HttpApi; buckets: Buckets };

/** The cache behaviors of the distribution: the default one, and the others by path pattern. */
export const createBehaviors = (scope: Construct, { api, buckets }: Origins) => {
  const { region, urlSuffix } = Stack.of(scope);
  const cachePolicies = createCachePolicies(scope);
  const responseHeaders = createResponseHeadersPolicies(scope);
  const apiOrigin = new HttpOrigin(`${api.id}.execute-api.${region}.${urlSuffix}`);

  const uncached: BehaviorOptions = {
    origin: apiOrigin,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: responseHeaders.uncached,
  };
  // A cached reply is everyone's: the origin receives the cache key and nothing else that one reader sends.
  const cached = {
    origin: buckets.mirror
      ? new OriginGroup({
          primaryOrigin: apiOrigin,
          fallbackOrigin: S3BucketOrigin.withOriginAccessControl(buckets.mirror),
          fallbackStatusCodes: failoverStatuses,
        })
      : apiOrigin,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    functionAssociations: [
      { function: normalizeRequest(scope), eventType: FunctionEventType.VIEWER_REQUEST },
    ],
    responseHeadersPolicy: responseHeaders.cached,
  };

  const additional: Record<string, BehaviorOptions> = {
    '/api/articles*': { ...cached, cachePolicy: cachePolicies.articles },
    '/api/*': { ...uncached, allowedMethods: AllowedMethods.ALLOW_ALL },
    // The pattern matches the suggestions below the search page too.
    [`${searchPath}*`]: {
      origin: apiOrigin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: cachePolicies.search,
      responseHeadersPolicy: responseHeaders.uncached,
    },
    // Unpublished content, for who has the link: cached neither here nor by a browser.
    '/xem-truoc/*': { ...uncached, allowedMethods: AllowedMethods.ALLOW_GET_HEAD },
    '/images/*': {
      origin: S3BucketOrigin.withOriginAccessControl(buckets.images),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: responseHeaders.uncached,
    },
  };
  return { default: { ...cached, cachePolicy: cachePolicies.pages }, additional };
};

/** The CloudFront Function that gives one page one cache key. */
const normalizeRequest = (scope: Construct) =>
  new EdgeFunction(scope, 'NormalizeRequest', {
    code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'viewer-request.js') }),
    runtime: FunctionRuntime.JS_2_0,
  });
