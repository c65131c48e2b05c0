import * as z from 'zod/mini';
import type { Stack } from '../template/stack.ts';
import { ofType, theOnly } from '../template/template.ts';
import { wildcard } from '../wildcard.ts';
import type { CacheRules } from './cache-policies.ts';
import type { CacheTtls } from './edge-cache.ts';
import { edgeFunction } from './edge-function.ts';

const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
/** Seconds that CloudFront caches an error by default: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html */
const defaultErrorSeconds = 10;

const behavior = z.strictObject({
  PathPattern: z._default(z.string(), '*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()),
  CachePolicyId: z.string(),
  Compress: z.boolean(),
  ResponseHeadersPolicyId: z.string(),
  OriginRequestPolicyId: z.optional(z.literal(allViewerExceptHostHeader)),
  FunctionAssociations: z.optional(
    z.tuple([z.strictObject({ EventType: z.literal('viewer-request'), FunctionARN: z.string() })]),
  ),
  /** This machine has no certificate: http is accepted. */
  ViewerProtocolPolicy: z.literal('redirect-to-https'),
});
const origin = z.object({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z._default(z.string(), ''),
  OriginCustomHeaders: z._default(
    z.array(z.strictObject({ HeaderName: z.string(), HeaderValue: z.string() })),
    [],
  ),
  S3OriginConfig: z.optional(z.unknown()),
});
const configuration = z.object({
  DefaultCacheBehavior: behavior,
  CacheBehaviors: z.array(behavior),
  CacheTagConfig: z.object({ HeaderName: z.string() }),
  CustomErrorResponses: z.array(z.strictObject({ ErrorCode: z.int(), ErrorCachingMinTTL: z.int() })),
  Origins: z.array(origin),
  OriginGroups: z._default(
    z.object({
      Items: z.array(
        z.object({
          Id: z.string(),
          FailoverCriteria: z.object({ StatusCodes: z.object({ Items: z.array(z.int()) }) }),
          Members: z.object({ Items: z.array(z.object({ OriginId: z.string() })) }),
        }),
      ),
    }),
    { Items: [] },
  ),
});

type SingleOrigin =
  /** API Gateway: the start of each path there, and headers that replace the viewer's. */
  { kind: 'functions'; path: string; headers: Record<string, string> } | { kind: 'bucket'; domain: string };
/** The origin of a behavior, or an origin group that fails over on some statuses. */
type Origin = { first: SingleOrigin; second: SingleOrigin | null; isFailover: (status: number) => boolean };
export type Behavior = {
  allows: (method: string) => boolean;
  compresses: boolean;
  headersPolicy: string;
  origin: Origin;
  /** Whether the origin gets the viewer's headers. */
  forwardsViewer: boolean;
  viewerRequest: ReturnType<typeof edgeFunction> | undefined;
  /** The cache key and TTLs; null when nothing is cached. */
  cacheRules: (CacheRules & CacheTtls) | null;
};

/** The behaviors of the template's distribution, as a function from a path to its behavior. Throws for unsupported configuration. */
export const readDistribution = (
  { template, resolve }: Stack,
  policyOf: (id: string) => CacheRules,
): ((path: string) => Behavior) => {
  const { DistributionConfig } = theOnly(template, 'AWS::CloudFront::Distribution').Properties;
  const config = configuration.parse(resolve(DistributionConfig));
  const single = new Map(config.Origins.map((from) => [from.Id, readOrigin(from)]));
  const groups = config.OriginGroups.Items.map(({ Id, FailoverCriteria, Members }) => {
    const [first, second] = Members.Items.map(({ OriginId }) => required(single.get(OriginId), OriginId));
    const statuses = new Set(FailoverCriteria.StatusCodes.Items);
    const isFailover = (status: number) => statuses.has(status);
    return [Id, { first: required(first, Id), second: second ?? null, isFailover }] as const;
  });
  const origins = new Map<string, Origin>([
    ...[...single].map(([id, first]) => [id, { first, second: null, isFailover: () => false }] as const),
    ...groups,
  ]);
  const errors = new Map(
    config.CustomErrorResponses.map(({ ErrorCode, ErrorCachingMinTTL }) => [ErrorCode, ErrorCachingMinTTL]),
  );
  const keepingRules = {
    errorSeconds: (status: number) => errors.get(status) ?? defaultErrorSeconds,
    tagHeader: config.CacheTagConfig.HeaderName,
  };
  const functions = new Map(
    ofType(template, 'AWS::CloudFront::Function').map(({ id, Properties }) => [
      id,
      edgeFunction(String(Properties.FunctionCode)),
    ]),
  );

  const ordered = [...config.CacheBehaviors, config.DefaultCacheBehavior].map((from) => {
    const rules = policyOf(from.CachePolicyId);
    const [association] = from.FunctionAssociations ?? [];
    return {
      pattern: wildcard(from.PathPattern),
      behavior: {
        allows: (method: string) => from.AllowedMethods.includes(method),
        compresses: from.Compress && rules.compresses,
        headersPolicy: from.ResponseHeadersPolicyId,
        origin: required(origins.get(from.TargetOriginId), from.TargetOriginId),
        forwardsViewer: from.OriginRequestPolicyId !== undefined,
        viewerRequest:
          association && required(functions.get(association.FunctionARN), association.FunctionARN),
        cacheRules: rules.maxSeconds === 0 ? null : { ...rules, ...keepingRules },
      },
    };
  });
  return (path) => {
    const normalized = normalizedPath(path);
    return required(
      ordered.find(({ pattern }) => pattern.test(normalized)),
      path,
    ).behavior;
  };
};

/**
 * The path that is matched with path patterns: slashes merged, unreserved characters decoded, dot segments removed. The origin gets the
 * path as sent. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
const normalizedPath = (path: string): string => {
  const merged = path
    .replace(/%([0-9a-f]{2})/gi, (escaped, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[\w.~-]/.test(character) ? character : escaped;
    })
    .replaceAll('\\', '%5C')
    .replace(/\/{2,}/g, '/');
  return new URL(merged, 'https://edge.invalid').pathname;
};

const readOrigin = (from: z.infer<typeof origin>): SingleOrigin => {
  if (from.S3OriginConfig !== undefined) return { kind: 'bucket', domain: from.DomainName };
  const headers = from.OriginCustomHeaders.map(
    ({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue] as const,
  );
  return { kind: 'functions', path: from.OriginPath, headers: Object.fromEntries(headers) };
};

const required = <T>(found: T | undefined, name: string): T => {
  if (found === undefined)
    throw new Error(`The distribution refers to ${name}, which the local runner does not support`);
  return found;
};
