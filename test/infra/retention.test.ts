import { describe, expect, test } from 'vitest';
import { functionTable } from '../../infra/compute/function-table.ts';
import { ofType, type Template } from '../../infra/local/template/template.ts';
import { portal } from '../../infra/stages.ts';
import { contentIndexes } from '../../shared/table/content-indexes.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';
import { propertiesOf, templateOf, templates } from '../support/templates.ts';

const prod = templateOf('prod');

const tableOf = (template: Template, name: 'Content' | 'Visits' | 'Activity') => {
  const tables = Object.entries(propertiesOf(template, 'AWS::DynamoDB::GlobalTable'));
  expect(tables).toHaveLength(3);
  return tables.find(([id]) => id.startsWith(`${name}Table`))?.[1];
};

/** Ids that are a contract: under another one, a deployed stack would lose its data or its users. */
const dataIds = {
  'AWS::DynamoDB::GlobalTable': ['ActivityTable0B58B12C', 'ContentTableA82027C3', 'VisitsTable484B1D14'],
  'AWS::S3::Bucket': [
    'AccessLogsBucket83982689',
    'ImagesBucket1E86AFB2',
    'MirrorBucket7E85C27F',
    'PeopleBucketE47615DA',
    'SearchBucket6BBE999A',
    'UploadsBucket5E5E9B64',
  ],
  'AWS::Cognito::UserPool': ['StaffUserPoolAA7D128E'],
};
const retained = [...Object.keys(dataIds), 'AWS::Logs::LogGroup'];

const prodPortal = { site: 'hac-van', stage: 'prod', operatorEmail: 'van-hanh@hacvan.example' } as const;
const protectedPortal = await synthesizePortal(portal({ ...prodPortal, hasMirror: true, isProtected: true }));
const newPortal = await synthesizePortal(portal(prodPortal));

test.each(Object.entries(dataIds))('keeps the ids of every %s', (type, ids) => {
  expect(Object.keys(propertiesOf(protectedPortal.template, type)).sort()).toEqual(ids);
});

test.each(retained)('retains every %s in prod, unless its first deployment fails', (type) => {
  const found = ofType(protectedPortal.template, type);
  expect(found.length).toBeGreaterThan(0);
  for (const { id, DeletionPolicy, UpdateReplacePolicy } of found) {
    expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'RetainExceptOnCreate', 'Retain']);
  }
});

const deletionProtection = (template: Template) => ({
  tables: Object.values(propertiesOf(template, 'AWS::DynamoDB::GlobalTable')).map(
    ({ Replicas }) => (Replicas as { DeletionProtectionEnabled: boolean }[])[0]?.DeletionProtectionEnabled,
  ),
  pools: Object.values(propertiesOf(template, 'AWS::Cognito::UserPool')).map(
    ({ DeletionProtection }) => DeletionProtection,
  ),
});

test('protects tables, user pool and stack of a protected portal from deletion', () => {
  const { template, isTerminationProtected, warnings } = protectedPortal;
  expect(deletionProtection(template)).toEqual({ tables: [true, true, true], pools: ['ACTIVE'] });
  expect([isTerminationProtected, warnings]).toEqual([true, []]);
});

test('lets a failed first deployment be removed, and warns until the portal is protected', () => {
  const { template, isTerminationProtected, warnings } = newPortal;
  expect(deletionProtection(template)).toEqual({ tables: [false, false, false], pools: ['INACTIVE'] });
  expect([isTerminationProtected, warnings]).toEqual([
    false,
    [
      'CongTin-hac-van-prod can be deleted: set isProtected in infra/stages.ts once it is deployed. [ack: cong-tin:unprotected]',
    ],
  ]);
});

test('requires TOTP in prod, not SMS', () => {
  const [pool] = Object.values(propertiesOf(prod, 'AWS::Cognito::UserPool'));
  expect(pool).toMatchObject({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
});

describe.each(templates)('%s', (_, template) => {
  test('has point-in-time recovery and a stream for the content table', () => {
    expect(tableOf(template, 'Content')).toMatchObject({
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
    });
  });

  test('has a TTL and no stream for the visits table', () => {
    const visits = tableOf(template, 'Visits');
    expect(visits).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
    });
    expect(visits).not.toHaveProperty('StreamSpecification');
  });

  test('projects no body into an index', () => {
    const [table] = Object.values(propertiesOf(template, 'AWS::DynamoDB::GlobalTable'));
    const indexes = table?.GlobalSecondaryIndexes as { Projection: Record<string, unknown> }[];
    expect(indexes).toHaveLength(Object.keys(contentIndexes).length);
    for (const { Projection } of indexes) {
      expect(Projection.ProjectionType).toBe('INCLUDE');
      expect(Projection.NonKeyAttributes).not.toContain('body');
    }
  });

  test('sets a retention for every log group', () => {
    const logs = Object.entries(propertiesOf(template, 'AWS::Logs::LogGroup'));
    // One for each function, and one for access logs.
    expect(logs).toHaveLength(Object.keys(functionTable).length + 1);
    for (const [id, { RetentionInDays }] of logs)
      expect([id, RetentionInDays]).toEqual([id, expect.any(Number)]);
  });

  test('blocks public access to every bucket', () => {
    for (const bucket of Object.values(propertiesOf(template, 'AWS::S3::Bucket'))) {
      expect(bucket.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
  });

  test('lets only administrators create users, in one of three groups', () => {
    const [pool] = Object.values(propertiesOf(template, 'AWS::Cognito::UserPool'));
    expect(pool?.AdminCreateUserConfig).toMatchObject({ AllowAdminCreateUserOnly: true });
    const groups = Object.values(propertiesOf(template, 'AWS::Cognito::UserPoolGroup'));
    expect(groups.map(({ GroupName }) => GroupName).sort()).toEqual(['admin', 'author', 'editor']);
  });

  test('allows only the authorization code flow, without a client secret', () => {
    const [client] = Object.values(propertiesOf(template, 'AWS::Cognito::UserPoolClient'));
    expect(client).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
  });
});
