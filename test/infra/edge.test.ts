import { CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import { describe, expect, test } from 'vitest';
import { edgeFunction } from '../../infra/local/edge/edge-function.ts';
import type { Template } from '../../infra/local/template/template.ts';
import { routes } from '../../shared/routes.ts';
import { reservedSlugs } from '../../shared/site/reserved-slugs.ts';
import { propertiesOf, templates } from '../support/templates.ts';

/** First segments of the routes that could be mistaken for a category: `ngay`, `tim-kiem`; `robots.txt` could not. */
const firstSegments = routes
  .map(({ route }) => route.split('/')[1] ?? '')
  .filter((segment) => /^[a-z0-9-]+$/.test(segment));

type Behavior = { PathPattern?: string; CachePolicyId: unknown; FunctionAssociations?: unknown };

const behaviorsOf = (template: Template): Behavior[] => {
  const [distribution] = Object.values(propertiesOf(template, 'AWS::CloudFront::Distribution'));
  const { CacheBehaviors, DefaultCacheBehavior } = (distribution?.DistributionConfig ?? {}) as {
    CacheBehaviors: Behavior[];
    DefaultCacheBehavior: Behavior;
  };
  return [...CacheBehaviors, DefaultCacheBehavior];
};

/** First segments of the path patterns of cache behaviors. */
const behaviorSegments = (template: Template) =>
  behaviorsOf(template).flatMap(({ PathPattern }) => PathPattern?.replace('*', '').split('/')[1] ?? []);

test('reserves the first segment of every route', () => {
  expect(firstSegments).not.toEqual([]);
  expect(firstSegments.filter((segment) => !reservedSlugs.includes(segment))).toEqual([]);
});

describe.each(templates)('%s', (_, template, edge) => {
  test('reserves the first segment of every cache behavior', () => {
    expect(behaviorSegments(template).filter((segment) => !reservedSlugs.includes(segment))).toEqual([]);
  });

  test('caches by the whole query only where a function has normalized it', () => {
    const [edgePolicy] = Object.values(propertiesOf(edge, 'AWS::CloudFront::CachePolicy'));
    expect(edgePolicy?.CachePolicyConfig).toMatchObject({
      ParametersInCacheKeyAndForwardedToOrigin: { QueryStringsConfig: { QueryStringBehavior: 'all' } },
    });
    const own = behaviorsOf(template).filter(({ CachePolicyId }) => typeof CachePolicyId !== 'string');
    expect(own).toHaveLength(4);
    for (const { CachePolicyId, FunctionAssociations } of own) {
      expect(CachePolicyId).toEqual({ 'Fn::ImportValue': expect.stringContaining('CachePolicy') });
      expect(FunctionAssociations).toEqual([
        { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [expect.any(String), 'FunctionARN'] } },
      ]);
    }
  });

  test('answers no path of an uncached behavior behind a cached one', () => {
    const [properties] = Object.values(propertiesOf(template, 'AWS::CloudFront::Function'));
    const run = edgeFunction(String(properties?.FunctionCode));
    const uncached = behaviorsOf(template).filter(
      ({ CachePolicyId }) => CachePolicyId === CachePolicy.CACHING_DISABLED.cachePolicyId,
    );
    expect(uncached.length).toBeGreaterThan(0);
    for (const { PathPattern = '' } of uncached) {
      const path = PathPattern.replace('*', 'x').toUpperCase();
      expect(run({ method: 'GET', path, query: '', headers: {} }).path).toBe('/404.html');
    }
  });
});
