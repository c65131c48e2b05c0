import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { portal } from '../../infra/stages.ts';
import { WebAclStack } from '../../infra/web-acl-stack.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';
import { propertiesOf, templates } from '../support/templates.ts';

const arn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/CongTinWebAcl-dev/00000000';
const guarded = await synthesizePortal(
  portal({ site: 'phuong-mot', stage: 'dev', webAcl: { arn }, reservesConcurrency: true }),
);
const unfinished = await synthesizePortal(
  portal({ site: 'phuong-hai', stage: 'dev', webAcl: { arn: null } }),
);
const distributionOf = ({ template }: Pick<typeof guarded, 'template'>) =>
  Object.values(propertiesOf(template, 'AWS::CloudFront::Distribution'))[0]?.DistributionConfig;

test('puts a web ACL before the distribution when its ARN is set, and says so while it is not', () => {
  expect(distributionOf(guarded)).toMatchObject({ WebACLId: arn });
  expect(distributionOf(unfinished)).not.toHaveProperty('WebACLId');
  expect(guarded.warnings.join()).not.toContain('web ACL');
  expect(unfinished.warnings.join()).toContain(
    'CongTin-phuong-hai-dev has no web ACL yet: deploy CongTinWebAcl-dev and set webAcl.arn in infra/stages.ts.',
  );
});

test('reserves concurrency for the functions that answer routes, and by default for none', () => {
  const functions = Object.values(propertiesOf(guarded.template, 'AWS::Lambda::Function'));
  const reserved = functions.flatMap(({ ReservedConcurrentExecutions: count, Environment }) => {
    const { Variables } = Environment as { Variables: Record<string, string> };
    return count === undefined ? [] : [[Variables.POWERTOOLS_SERVICE_NAME, Number(count)] as const];
  });
  expect(reserved.map(([name]) => name).sort()).toEqual([
    'articles',
    'console',
    'feeds',
    'images',
    'pages',
    'people',
    'search',
    'site-admin',
    'visits',
  ]);
  // What an account has by default, less the 100 that it must retain.
  expect(reserved.reduce((sum, [, count]) => sum + count, 0) * 3).toBeLessThan(900);
  for (const [, template] of templates) {
    for (const properties of Object.values(propertiesOf(template, 'AWS::Lambda::Function'))) {
      expect(properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  }
});

test('the web ACL has six rules, and leaves what staff write to the API', () => {
  const stack = new WebAclStack(new App(), 'WebAcl', { stage: 'dev' });
  expect(stack.region).toBe('us-east-1');
  const found = Object.values(Template.fromStack(stack).findResources('AWS::WAFv2::WebACL'));
  const [{ Rules, Scope, CustomResponseBodies } = expect.fail()] = found.map(
    ({ Properties }) =>
      Properties as {
        Rules: { Name: string; Priority: number; Statement: Record<string, unknown> }[];
        Scope: string;
        CustomResponseBodies: Record<string, { Content: string }>;
      },
  );
  expect(Scope).toBe('CLOUDFRONT');
  expect(Rules.map(({ Name, Priority }) => [Priority, Name])).toEqual([
    [0, 'AWSManagedRulesAmazonIpReputationList'],
    [1, 'AWSManagedRulesCommonRuleSet'],
    [2, 'AWSManagedRulesKnownBadInputsRuleSet'],
    [3, 'RateSearch'],
    [4, 'RateBeacons'],
    [5, 'RateStaff'],
  ]);
  expect(Rules[1]?.Statement).toMatchObject({
    ManagedRuleGroupStatement: {
      ScopeDownStatement: {
        NotStatement: { Statement: { ByteMatchStatement: { SearchString: '/api/admin/' } } },
      },
    },
  });
  for (const { Content } of Object.values(CustomResponseBodies)) expect(Content.length).toBeLessThan(4_096);
});
