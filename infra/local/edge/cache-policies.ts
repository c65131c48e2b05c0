import * as z from 'zod/mini';
import type { Stack } from '../template/stack.ts';
import { ofType } from '../template/template.ts';

const policy = z.object({
  MinTTL: z.int(),
  DefaultTTL: z.int(),
  MaxTTL: z.int(),
  ParametersInCacheKeyAndForwardedToOrigin: z.strictObject({
    EnableAcceptEncodingBrotli: z.boolean(),
    EnableAcceptEncodingGzip: z.boolean(),
    CookiesConfig: z.strictObject({ CookieBehavior: z.literal('none') }),
    HeadersConfig: z.strictObject({ HeaderBehavior: z.literal('none') }),
    QueryStringsConfig: z.strictObject({ QueryStringBehavior: z.literal('all') }),
  }),
});

/** The rules of a cache policy. */
export type CacheRules = {
  compresses: boolean;
  minSeconds: number;
  defaultSeconds: number;
  maxSeconds: number;
  /** The part of a query that is in the cache key. */
  keyQuery: (query: string) => string;
};

const noQuery = () => '';
/** CloudFront's managed policies, by id: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const managed: Record<string, CacheRules> = {
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': {
    compresses: false,
    minSeconds: 0,
    defaultSeconds: 0,
    maxSeconds: 0,
    keyQuery: noQuery,
  },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': {
    compresses: true,
    minSeconds: 1,
    defaultSeconds: 86_400,
    maxSeconds: 31_536_000,
    keyQuery: noQuery,
  },
};

/** The cache policies of the edge stack and the managed ones, by id. Throws for an unknown one. */
export const readCachePolicies = ({ template, resolve }: Stack) => {
  const own = new Map(
    ofType(template, 'AWS::CloudFront::CachePolicy').map(({ id, Properties }) => [
      id,
      toRules(policy.parse(resolve(Properties.CachePolicyConfig))),
    ]),
  );
  return (id: string): CacheRules => {
    const found = own.get(id) ?? managed[id];
    if (!found) throw new Error(`The local runner does not support the cache policy ${id}`);
    return found;
  };
};

const toRules = ({
  ParametersInCacheKeyAndForwardedToOrigin: key,
  ...ttl
}: z.infer<typeof policy>): CacheRules => ({
  compresses: key.EnableAcceptEncodingBrotli,
  minSeconds: ttl.MinTTL,
  defaultSeconds: ttl.DefaultTTL,
  maxSeconds: ttl.MaxTTL,
  keyQuery: (query) => query,
});
