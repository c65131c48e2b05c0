import * as z from 'zod/mini';
import type { Resolve } from './resolve.ts';
import { ofType, type Template, theOnly } from './template.ts';

/** CloudFront's own policies, by their ids: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const managedCachePolicies: Record<string, { compresses: boolean }> = {
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { compresses: false },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { compresses: true },
};
const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const behavior = z.strictObject({
  PathPattern: z._default(z.string(), '*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()),
  CachePolicyId: z.string(),
  Compress: z.boolean(),
  ResponseHeadersPolicyId: z.string(),
  OriginRequestPolicyId: z.optional(z.literal(allViewerExceptHostHeader)),
  /** One machine has no certificate: http is taken as it comes. */
  ViewerProtocolPolicy: z.literal('redirect-to-https'),
});
const origin = z.object({
  Id: z.string(),
  DomainName: z.string(),
  S3OriginConfig: z.optional(z.unknown()),
});
const configuration = z.object({
  DefaultCacheBehavior: behavior,
  CacheBehaviors: z.array(behavior),
  Origins: z.array(origin),
});

type Origin = { kind: 'functions' } | { kind: 'bucket'; domain: string };
export type Behavior = {
  allows: (method: string) => boolean;
  compresses: boolean;
  headersPolicy: string;
  origin: Origin;
};

/** The behaviours of the template's distribution, as a function from a path to the one that applies. Throws for what the runner cannot follow. */
export const readDistribution = (template: Template, resolve: Resolve): ((path: string) => Behavior) => {
  const { DistributionConfig } = theOnly(template, 'AWS::CloudFront::Distribution').Properties;
  const config = configuration.parse(resolve(DistributionConfig));
  const origins = new Map(config.Origins.map((from) => [from.Id, readOrigin(from)]));
  const compresses = cachePolicies(template, resolve);

  const ordered = [...config.CacheBehaviors, config.DefaultCacheBehavior].map((from) => ({
    pattern: wildcard(from.PathPattern),
    behavior: {
      allows: (method: string) => from.AllowedMethods.includes(method),
      compresses: from.Compress && compresses(from.CachePolicyId),
      headersPolicy: from.ResponseHeadersPolicyId,
      origin: known(origins.get(from.TargetOriginId), from.TargetOriginId),
    },
  }));
  return (path) =>
    known(
      ordered.find(({ pattern }) => pattern.test(path)),
      path,
    ).behavior;
};

const readOrigin = ({ DomainName, S3OriginConfig }: z.infer<typeof origin>): Origin =>
  S3OriginConfig === undefined ? { kind: 'functions' } : { kind: 'bucket', domain: DomainName };

const cachePolicies = (template: Template, resolve: Resolve) => {
  const own = new Map(
    ofType(template, 'AWS::CloudFront::CachePolicy').map(({ id, Properties }) => {
      const policy = resolve(Properties.CachePolicyConfig) as {
        ParametersInCacheKeyAndForwardedToOrigin: Record<string, unknown>;
      };
      const { EnableAcceptEncodingBrotli } = policy.ParametersInCacheKeyAndForwardedToOrigin;
      return [id, { compresses: EnableAcceptEncodingBrotli === true }];
    }),
  );
  return (id: string) => known(own.get(id) ?? managedCachePolicies[id], id).compresses;
};

const known = <T>(found: T | undefined, name: string): T => {
  if (found === undefined)
    throw new Error(`The local runner does not know what ${name} is in the distribution`);
  return found;
};

/** A path pattern: `*` is anything, `?` is one character. */
const wildcard = (pattern: string) =>
  new RegExp(`^${RegExp.escape(pattern).replaceAll('\\*', '.*').replaceAll('\\?', '.')}$`);
