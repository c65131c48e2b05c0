import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portals } from '../../../infra/stages.ts';
import { type ChangeSet, dataLosses } from '../../../infra/tools/deploy/change-set.ts';
import { deployStack, type RunProgram, readPortalUrl } from '../../../infra/tools/deploy/deploy-stack.ts';
import { assemblyManifest, stacksOf } from '../../../infra/tools/deploy/stacks-of.ts';
import { templateDirectory } from '../../support/templates.ts';

const change = (Action: string, ResourceType: string, Replacement?: string) => ({
  ResourceChange: {
    Action,
    ResourceType,
    LogicalResourceId: 'ContentTableA82027C3',
    ...(Replacement && { Replacement }),
  },
});
const complete = (...Changes: ChangeSet['Changes']): ChangeSet => ({ Status: 'CREATE_COMPLETE', Changes });
const table = 'AWS::DynamoDB::GlobalTable';

test.each([
  ['a new table', change('Add', table), null],
  ['an imported bucket', change('Import', 'AWS::S3::Bucket'), null],
  ['a table that gets an index', change('Modify', table, 'False'), null],
  ['a function that is replaced', change('Modify', 'AWS::Lambda::Function', 'True'), null],
  ['a removed alarm', change('Remove', 'AWS::CloudWatch::Alarm'), null],
  ['a replaced table', change('Modify', table, 'True'), 'would be replaced by an empty one'],
  [
    'a bucket, perhaps replaced',
    change('Modify', 'AWS::S3::Bucket', 'Conditional'),
    'may be replaced by an empty one',
  ],
  ['a removed user pool', change('Remove', 'AWS::Cognito::UserPool'), 'would be removed'],
  ['a removed group', change('Remove', 'AWS::Cognito::UserPoolGroup'), 'would be removed'],
  ['a key of unknown fate', change('Dynamic', 'AWS::KMS::Key'), 'may be replaced by an empty one'],
])('judges %s', (_, made, loss) => {
  const { ResourceType } = made.ResourceChange;
  const sentences = loss === null ? [] : [`ContentTableA82027C3 (${ResourceType}) ${loss}.`];
  expect(dataLosses(complete(made), [])).toEqual(sentences);
  expect(dataLosses(complete(made), ['ContentTableA82027C3'])).toEqual([]);
});

const stack = { id: 'CongTinEdge-dev', name: 'CongTinEdge-dev', site: null, region: 'ap-southeast-1' };
/** Deploys with programs that only say what they were called with. */
const deployed = async (described: ChangeSet | Error, alarms: string[] = []) => {
  const calls: string[] = [];
  const run: RunProgram = async (program, args) => {
    calls.push(
      `${program} ${args.filter((arg) => /^-*(deploy|describe|method|rollback|monitoring|arn)/.test(arg)).join(' ')}`,
    );
    if (program === 'cdk') return '';
    if (described instanceof Error) throw described;
    return JSON.stringify(described);
  };
  const options = { run, changeSetName: 'x', alarms, monitoringMinutes: 10, allowed: [] };
  const result = await deployStack(stack, options).catch((error: Error) => error.message);
  return { result, calls };
};
const prepare = 'cdk deploy --method=prepare-change-set --rollback-trigger-alarm-arns';
const execute = 'cdk deploy --method=execute-change-set';
const describe = 'aws describe-change-set';

test('executes a change set that loses nothing, watched by alarms', async () => {
  expect(await deployed(complete(change('Modify', table, 'False')), ['arn:1', 'arn:2'])).toEqual({
    result: true,
    calls: [
      `${prepare} arn:1 --rollback-trigger-alarm-arns arn:2 --monitoring-time-minutes=10`,
      describe,
      execute,
    ],
  });
});

test.each([
  [
    'without changes',
    { Status: 'FAILED', StatusReason: "The submitted information didn't contain changes.", Changes: [] },
  ],
  ['that was not made', new Error('An error occurred (ChangeSetNotFound) when calling DescribeChangeSet')],
])('has nothing to do for a change set %s', async (_, described) => {
  expect(await deployed(described)).toEqual({ result: false, calls: [prepare, describe] });
});

test.each([
  [
    'loses data',
    complete(change('Remove', table)),
    /is not deployed:\n {2}ContentTableA82027C3 .* removed\.\n/,
  ],
  [
    'failed',
    { Status: 'FAILED', StatusReason: 'Requires capabilities', Changes: [] },
    /Requires capabilities/,
  ],
  ['cannot be read', new Error('AccessDenied'), /^AccessDenied$/],
])('does not execute a change set that %s', async (_, described, sentence) => {
  const { result, calls } = await deployed(described);
  expect(result).toMatch(sentence);
  expect(calls).not.toContain(execute);
});

test('reads the address of a portal', async () => {
  expect(await readPortalUrl(stack, async () => 'https://hacvan.example\n')).toBe('https://hacvan.example');
});

test('finds the stacks of a stage, what portals share before them', () => {
  const manifest = assemblyManifest.parse(
    JSON.parse(readFileSync(join(templateDirectory, 'manifest.json'), 'utf8')),
  );
  const stacksIn = (stage: string) =>
    stacksOf(
      manifest,
      portals.filter((portal) => portal.stage === stage),
    );
  const dev = stacksIn('dev').map(({ name, site, region }) => [name, site, region]);
  expect(dev).toEqual([
    ['CongTinEdge-dev', null, null],
    ['CongTin-hac-van-dev', 'hac-van', null],
    ['CongTin-thanh-tri-ha-dev', 'thanh-tri-ha', null],
  ]);
  const prod = stacksIn('prod').map(({ name }) => name);
  expect(prod).toEqual(expect.arrayContaining(['CongTinEdge-prod', 'CongTin-hac-van-prod']));
  expect(prod.at(-1)).toBe('CongTin-hac-van-prod');
  expect(stacksIn('prod').at(-1)?.region).toBe('ap-southeast-1');
});
