import { expect, test } from 'vitest';
import type { Template } from '../../infra/local/template/template.ts';
import { portal } from '../../infra/stages.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';
import { propertiesOf, templates } from '../support/templates.ts';

const corsOf = (template: Template) =>
  Object.entries(propertiesOf(template, 'AWS::S3::Bucket')).flatMap(([id, { CorsConfiguration }]) =>
    CorsConfiguration === undefined ? [] : [[id.replace(/[0-9A-F]{8}$/, ''), CorsConfiguration]],
  );
const ruleFor = (origin: unknown) => [
  ['UploadsBucket', { CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: [origin], MaxAge: 3600 }] }],
];

test('lets pages of the portal at its domain upload, and no others', async () => {
  const certificateArn =
    'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000';
  const { template } = await synthesizePortal(
    portal({ site: 'hac-van', stage: 'dev', domain: { name: 'hacvan.example', certificateArn } }),
  );
  expect(corsOf(template)).toEqual(ruleFor('https://hacvan.example'));
});

test("lets pages of the portal at CloudFront's own domain upload, and no others", async () => {
  const { template } = await synthesizePortal(portal({ site: 'hac-van', stage: 'dev' }));
  const domainName = { 'Fn::GetAtt': [expect.stringMatching(/^DistributionCdn/), 'DomainName'] };
  expect(corsOf(template)).toEqual(ruleFor({ 'Fn::Join': ['', ['https://', domainName]] }));
});

/** The ids that a value of the template refers to: CloudFormation makes those resources first. */
const referencesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  if (Ref !== undefined) return [Ref];
  return attribute ? [attribute[0]] : Object.values(value).flatMap(referencesIn);
};

test.each(templates)('has no circular reference in %s', (_, { resources }) => {
  const pending = new Map(resources.map(({ id, Properties }) => [id, new Set(referencesIn(Properties))]));
  const isMade = (id: string) => !pending.has(id);
  for (let made = ['']; made.length > 0; ) {
    made = [...pending].filter(([, needs]) => [...needs].every(isMade)).map(([id]) => id);
    for (const id of made) pending.delete(id);
  }
  expect([...pending.keys()]).toEqual([]);
});
