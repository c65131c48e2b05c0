import { App, Stack } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { createStacks } from '../../infra/create-stacks.ts';
import { ofType } from '../../infra/local/template/template.ts';
import { type Portal, portal } from '../../infra/stages.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';
import { propertiesOf, templateOf } from '../support/templates.ts';

const env = { account: '111122223333', region: 'ap-southeast-1' };
const prod = portal({ site: 'hac-van', stage: 'prod', env, hasMirror: true });
const { template } = await synthesizePortal({ ...prod, backupCopyRegion: 'ap-northeast-1' });

const only = (type: string) => {
  const [found, ...others] = Object.values(propertiesOf(template, type));
  expect(others).toEqual([]);
  return found;
};

/** The ids of the stacks of some portals, each with those that are deployed before it. */
const stacksOf = (portals: readonly Portal[]) => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  createStacks(app, portals);
  const stacks = app.node.children.filter((child) => Stack.isStack(child));
  return stacks.map(({ node, region, dependencies }) => ({
    id: node.id,
    region,
    after: dependencies.map((stack) => stack.node.id),
  }));
};

test('backs up every table, the images and the people, and nothing derived or short-lived', () => {
  const { BackupSelection } = only('AWS::Backup::BackupSelection') as {
    BackupSelection: { Resources: { 'Fn::GetAtt': [string, string] }[] };
  };
  const ids = BackupSelection.Resources.map(({ 'Fn::GetAtt': [id] }) => id.replace(/[0-9A-F]{8}$/, ''));
  expect(ids.sort()).toEqual([
    'ActivityTable',
    'ContentTable',
    'ImagesBucket',
    'PeopleBucket',
    'VisitsTable',
  ]);
});

test('backs up only buckets with versions, as AWS Backup requires', () => {
  const { BackupSelection } = only('AWS::Backup::BackupSelection') as { BackupSelection: object };
  const buckets = propertiesOf(template, 'AWS::S3::Bucket');
  const chosen = Object.entries(buckets).filter(([id]) => JSON.stringify(BackupSelection).includes(id));
  expect(chosen).toHaveLength(2);
  for (const [, bucket] of chosen) expect(bucket.VersioningConfiguration).toEqual({ Status: 'Enabled' });
});

test('tells the operator of a backup or a copy that failed, of this portal alone', () => {
  const [, { EventPattern, Targets } = expect.fail()] =
    Object.entries(propertiesOf(template, 'AWS::Events::Rule')).find(([, rule]) => 'EventPattern' in rule) ??
    [];
  const [{ Role }] = Object.values(propertiesOf(template, 'AWS::Backup::BackupSelection')).map(
    ({ BackupSelection }) => ({ Role: (BackupSelection as { IamRoleArn: object }).IamRoleArn }),
  ) as [{ Role: object }];
  expect(EventPattern).toEqual({
    source: ['aws.backup'],
    'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
    detail: { state: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'], iamRoleArn: [Role] },
  });
  const [topic] = Object.keys(propertiesOf(template, 'AWS::SNS::Topic'));
  expect(Targets).toEqual([expect.objectContaining({ Arn: { Ref: topic } })]);
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_InputTransformer.html
  const [{ InputTransformer }] = Targets as [{ InputTransformer: { InputTemplate: string } }];
  expect(InputTransformer.InputTemplate.length).toBeLessThan(8_192);
  expect(() => JSON.parse(InputTransformer.InputTemplate)).not.toThrow();
});

test('has nothing to tell of backups where there are none', async () => {
  const dev = await synthesizePortal(portal({ site: 'hac-van', stage: 'dev' }));
  const rules = Object.values(propertiesOf(dev.template, 'AWS::Events::Rule'));
  expect(rules.filter((rule) => 'EventPattern' in rule)).toEqual([]);
});

test('backs up each night, keeps each backup and its copy for the days of the stage', () => {
  const { BackupPlan } = only('AWS::Backup::BackupPlan') as { BackupPlan: { BackupPlanRule: object[] } };
  const Lifecycle = { DeleteAfterDays: prod.backupRetentionDays };
  const vault = ':backup:ap-northeast-1:111122223333:backup-vault:cong-tin-prod-copies';
  const DestinationBackupVaultArn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, vault]] };
  expect(BackupPlan.BackupPlanRule).toEqual([
    {
      RuleName: 'daily',
      ScheduleExpression: 'cron(30 1 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      TargetBackupVault: { 'Fn::GetAtt': [expect.stringMatching(/^BackupPlanVault/), 'BackupVaultName'] },
      Lifecycle,
      CopyActions: [{ DestinationBackupVaultArn, Lifecycle }],
    },
  ]);
});

test('keeps backups from being deleted, and retains their vault', () => {
  const [vault] = ofType(template, 'AWS::Backup::BackupVault');
  expect(vault).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  expect(vault?.Properties.AccessPolicy).toMatchObject({
    Statement: [
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
      },
    ],
  });
});

test('lets AWS Backup alone assume the role that reads everything, which restores nothing', () => {
  const roles = Object.entries(propertiesOf(template, 'AWS::IAM::Role'));
  const [, role] = roles.find(([id]) => id.startsWith('BackupPlanRole')) ?? [];
  expect(role).toMatchObject({
    AssumeRolePolicyDocument: {
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } }],
    },
  });
  const names = JSON.stringify(role?.ManagedPolicyArns).match(/AWSBackup\w+/g);
  expect(names).toEqual(['AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup']);
});

test('makes no backups in dev', () => {
  const { resources } = templateOf('dev');
  expect(resources.filter(({ Type }) => Type.startsWith('AWS::Backup::'))).toEqual([]);
});

test('shares a vault for copies between the portals of a stage in an account, and deploys it first', () => {
  const copied = { ...prod, backupCopyRegion: 'ap-northeast-1' };
  const copies = 'CongTinBackupCopies-prod-111122223333-ap-northeast-1';
  const { region } = env;
  expect(stacksOf([copied, { ...copied, site: 'p2' }, { ...prod, site: 'p3' }])).toEqual([
    { id: 'CongTinEdge-prod-111122223333-ap-southeast-1', region, after: [] },
    { id: copies, region: 'ap-northeast-1', after: [] },
    { id: 'CongTin-hac-van-prod', region, after: [copies] },
    { id: 'CongTin-p2-prod', region, after: [copies] },
    { id: 'CongTin-p3-prod', region, after: [] },
  ]);
});
