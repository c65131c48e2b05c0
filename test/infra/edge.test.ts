import { CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import { describe, expect, test } from 'vitest';
import { keyParameters } from '../../infra/edge/cache-policies.ts';
import { edgeFunction } from '../../infra/local/edge/edge-function.ts';
import { routes } from '../../shared/routes.ts';
import { reservedSlugs } from '../../shared/site/settings.ts';
import { propertiesOf, templates } from '../support/templates.ts';

/** First segments of the routes that could be mistaken for a category: `ngay`, `tim-kiem`; `robots.txt` could not. */
const firstSegments = routes
  .map(({ route }) => route.split('/')[1] ?? '')
  .filter((segment) => /^[a-z0-9-]+$/.test(segment));

type Template = (typeof templates)[number][1];

const cacheBehaviors = (template: Template) => {
  const [distribution] = Object.values(propertiesOf(template, 'AWS::CloudFront::Distribution'));
  const { CacheBehaviors } = (distribution?.DistributionConfig ?? {}) as {
    CacheBehaviors: { PathPattern: string; CachePolicyId: unknown }[];
  };
  return CacheBehaviors;
};

/** First segments of the path patterns of cache behaviors. */
const behaviorSegments = (template: Template) =>
  cacheBehaviors(template).map(({ PathPattern }) => PathPattern.replace('*', '').split('/')[1] ?? '');

test('reserves the first segment of every route', () => {
  expect(firstSegments).not.toEqual([]);
  expect(firstSegments.filter((segment) => !reservedSlugs.includes(segment))).toEqual([]);
});

describe.each(templates)('%s', (_, template) => {
  test('reserves the first segment of every cache behavior', () => {
    expect(behaviorSegments(template).filter((segment) => !reservedSlugs.includes(segment))).toEqual([]);
  });

  test('answers no path of an uncached behavior behind a cached one', () => {
    const [properties] = Object.values(propertiesOf(template, 'AWS::CloudFront::Function'));
    const run = edgeFunction(String(properties?.FunctionCode));
    const uncached = cacheBehaviors(template).filter(
      ({ CachePolicyId }) => CachePolicyId === CachePolicy.CACHING_DISABLED.cachePolicyId,
    );
    expect(uncached.length).toBeGreaterThan(0);
    for (const { PathPattern } of uncached) {
      const path = PathPattern.replace('*', 'x').toUpperCase();
      expect(run({ method: 'GET', path, query: '', headers: {} }).path).toBe('/404.html');
    }
  });

  test('passes exactly the query parameters of the cache keys', () => {
    const [properties] = Object.values(propertiesOf(template, 'AWS::CloudFront::Function'));
    const run = edgeFunction(String(properties?.FunctionCode));
    const expected = [...keyParameters.pages, ...keyParameters.articles];
    const query = [...expected, ...keyParameters.search, 'utm_source'].map((name) => `${name}=1`).join('&');
    const passed = new URLSearchParams(run({ method: 'GET', path: '/', query, headers: {} }).query);
    expect([...passed.keys()].sort()).toEqual([...expected].sort());
  });
});
