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
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { originSecretHeader } from '../../shared/http/origin-secret.ts';
import { overloadPath } from '../../shared/routes.ts';
import type { HttpApi } from '../api/http-api.ts';
import type { Buckets } from '../data/buckets.ts';
import type { EdgePolicies } from '../edge-stack.ts';
import { type Portal, physicalName } from '../stages.ts';
import type { OriginSecret } from './origin-secret.ts';

/** The status of API Gateway's throttles: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html */
const throttledStatus = 429;
/** Statuses on which the distribution fails over to the mirror. Not 503: the pages' own reply while the table is unavailable. */
const mirrorStatuses = [throttledStatus, 500, 502, 504];

/** The search page: `GET /tim-kiem` of `shared/routes.ts`. */
const searchPath = '/tim-kiem';

/** What stands behind the distribution. */
export type Origins = {
  portal: Portal;
  policies: EdgePolicies;
  api: HttpApi;
  buckets: Buckets;
  originSecret: OriginSecret;
};

/** The cache behaviors of the distribution: the default one, and the others by path pattern. */
export const createBehaviors = (
  scope: Construct,
  { portal, policies, api, buckets, originSecret }: Origins,
) => {
  const { region, urlSuffix } = Stack.of(scope);
  // CloudFront's names belong to the account, not to the Region.
  const name = `${physicalName(portal)}-${region}`;
  const originAccessControl = new S3OriginAccessControl(scope, 'OriginAccessControl', {
    originAccessControlName: name,
  });
  const bucketOrigin = (bucket: IBucket) =>
    S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl });
  const apiDomain = `${api.id}.execute-api.${region}.${urlSuffix}`;
  const customHeaders = { [originSecretHeader]: originSecret.sent };
  const apiOrigin = new HttpOrigin(apiDomain, { customHeaders });
  // Where API Gateway throttles a page, another route of it answers a page that says so: with 503, on which the edge prefers an old page.
  const throttledOrigin = new OriginGroup({
    primaryOrigin: apiOrigin,
    fallbackOrigin: new HttpOrigin(apiDomain, { customHeaders, originPath: overloadPath }),
    fallbackStatusCodes: [throttledStatus],
  });

  const uncached: BehaviorOptions = {
    origin: apiOrigin,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: policies.uncached,
  };
  // A cached reply is everyone's: the origin receives the cache key and nothing else that one reader sends.
  const cached: Omit<BehaviorOptions, 'origin' | 'responseHeadersPolicy'> = {
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    cachePolicy: policies.cache,
    functionAssociations: [
      { function: normalizeRequest(scope, name), eventType: FunctionEventType.VIEWER_REQUEST },
    ],
  };
  const cachedPages: BehaviorOptions = {
    ...cached,
    origin: buckets.mirror
      ? new OriginGroup({
          primaryOrigin: apiOrigin,
          fallbackOrigin: bucketOrigin(buckets.mirror),
          fallbackStatusCodes: mirrorStatuses,
        })
      : throttledOrigin,
    responseHeadersPolicy: buckets.mirror ? policies.mirrored : policies.cached,
  };

  const additional: Record<string, BehaviorOptions> = {
    '/api/articles*': cachedPages,
    '/api/*': { ...uncached, allowedMethods: AllowedMethods.ALLOW_ALL },
    // The pattern matches the suggestions below the search page too.
    [`${searchPath}*`]: { ...cached, origin: throttledOrigin, responseHeadersPolicy: policies.uncached },
    // Files of the console, which name their own lifetime: their content never changes.
    '/quan-tri/tep/*': { ...cached, origin: apiOrigin, responseHeadersPolicy: policies.uncached },
    // Unpublished content, for who has the link: cached neither here nor by a browser.
    '/xem-truoc/*': {
      ...uncached,
      origin: throttledOrigin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    },
    '/images/*': {
      origin: bucketOrigin(buckets.images),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: policies.images,
    },
  };
  return { default: cachedPages, additional };
};

/** The CloudFront Function that gives one page one cache key. */
const normalizeRequest = (scope: Construct, functionName: string) =>
  new EdgeFunction(scope, 'NormalizeRequest', {
    functionName,
    code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'viewer-request.js') }),
    runtime: FunctionRuntime.JS_2_0,
  });
