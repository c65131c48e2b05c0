import { expect, test } from 'vitest';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import { ofType, type Template } from '../../infra/local/template/template.ts';
import { siteIdPattern } from '../../shared/site-id.ts';
import { templates } from '../support/templates.ts';

/** Types that CloudFormation does not name itself: where the name is, its longest length, and whether it belongs to the account or a Region. */
const named: Record<string, { path: string[]; maxLength: number; scope: 'account' | 'Region' }> = {
  'AWS::ApiGatewayV2::Api': { path: ['Name'], maxLength: 128, scope: 'Region' },
  'AWS::Cognito::UserPoolDomain': { path: ['Domain'], maxLength: 63, scope: 'Region' },
  'AWS::Backup::BackupVault': { path: ['BackupVaultName'], maxLength: 50, scope: 'Region' },
  'AWS::CloudFront::Function': { path: ['Name'], maxLength: 64, scope: 'account' },
  'AWS::CloudFront::OriginAccessControl': {
    path: ['OriginAccessControlConfig', 'Name'],
    maxLength: 64,
    scope: 'account',
  },
  'AWS::CloudFront::CachePolicy': { path: ['CachePolicyConfig', 'Name'], maxLength: 128, scope: 'account' },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    path: ['ResponseHeadersPolicyConfig', 'Name'],
    maxLength: 128,
    scope: 'account',
  },
};
const regions = ['ap-southeast-1', 'ap-northeast-1'];

/** The names in a template, resolved for a Region: with the length that each may have, and a key that is unique in an account. */
const namesIn = (template: Template, region: string) => {
  const references = localReferences(template);
  const resolve = resolver((id, attribute) => (id === 'AWS::Region' ? region : references(id, attribute)));
  return Object.entries(named).flatMap(([type, { path, maxLength, scope }]) =>
    ofType(template, type).map(({ Properties }) => {
      const found: unknown = path.reduce(
        (at, key) => (at as Record<string, unknown>)[key],
        Properties as unknown,
      );
      const name = String(resolve(found));
      return { name, maxLength, key: `${type} ${name} ${scope === 'Region' ? region : ''}` };
    }),
  );
};

test('gives no two portals, stages or Regions of an account one name', () => {
  const edges = new Map(templates.map(([, , edge, { stage, env }]) => [stage, { template: edge, env }]));
  const all = [...templates.map(([, template, , { env }]) => ({ template, env })), ...edges.values()];
  const keys = all.flatMap(({ template, env }) =>
    (env ? [env.region] : regions).flatMap((region) => namesIn(template, region).map(({ key }) => key)),
  );
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('leaves the other names to CloudFormation, which makes them unique', () => {
  const nameProperty = /^(?:Table|Bucket|Function|Role|Queue|LogGroup|Rule|Alarm|UserPool)Name$/;
  const naming = [
    'Table',
    'GlobalTable',
    'Bucket',
    'Function',
    'Role',
    'Queue',
    'LogGroup',
    'Alarm',
    'UserPool',
  ];
  const found = templates.flatMap(([stack, { resources }]) =>
    resources
      .filter(({ Type }) => naming.includes(Type.split('::')[2] ?? ''))
      .flatMap(({ id, Properties }) =>
        Object.keys(Properties).map((property) => ({ id: `${stack}/${id}`, property })),
      )
      .filter(({ property }) => nameProperty.test(property)),
  );
  expect(found).toEqual([]);
});

test('makes names that are short enough of the longest site', () => {
  const longest = 'a'.repeat(32);
  expect(longest).toMatch(siteIdPattern);
  for (const [, template, , { site }] of templates) {
    const tooLong = namesIn(template, 'ap-southeast-1').filter(
      ({ name, maxLength }) => name.replace(site, longest).length > maxLength,
    );
    expect(tooLong).toEqual([]);
  }
});
