import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterAll, afterEach, expect, test } from 'vitest';
import { lambdaEnvironment, localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { listen } from '../../../infra/local/listen.ts';
import { portalStack } from '../../../infra/tools/rotate/portal-stack.ts';

const stackName = 'CongTin-hac-van-dev';
const description = `<DescribeStacksResponse><DescribeStacksResult><Stacks><member>
  <StackName>${stackName}</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><CreationTime>2026-11-28T00:00:00Z</CreationTime>
  <Parameters>
    <member><ParameterKey>OriginSecret0</ParameterKey><ParameterValue>****</ParameterValue></member>
    <member><ParameterKey>OriginSecret1</ParameterKey><ParameterValue>****</ParameterValue></member>
    <member><ParameterKey>SentOriginSecret</ParameterKey><ParameterValue>1</ParameterValue></member>
  </Parameters>
  <Outputs><member><OutputKey>ContentTableName</OutputKey><OutputValue>table</OutputValue></member></Outputs>
</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
const missing =
  '<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id b does not exist</Message></Error></ErrorResponse>';

/** CloudFormation, with one stack whose updates are complete at once, and a table of DynamoDB. */
const updates: Record<string, string>[] = [];
const deleted: unknown[] = [];
const server = await listen(0);
afterAll(() => server.stop());
afterEach(() => {
  updates.length = 0;
});
server.open(async (request, response) => {
  const body = await text(request);
  if (request.headers['x-amz-target'] === 'DynamoDB_20120810.DeleteItem') {
    deleted.push(JSON.parse(body));
    return response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
  }
  const call = Object.fromEntries(new URLSearchParams(body));
  if (call.StackName !== stackName) return response.writeHead(400).end(missing);
  if (call.Action === 'DescribeStacks') return response.end(description);
  updates.push(call);
  return response.end('<UpdateStackResponse><UpdateStackResult/></UpdateStackResponse>');
});
const client = new CloudFormationClient({ endpoint: server.url, ...localCredentials });
const stack = portalStack(client, stackName);

const rotate = async (...args: string[]) => {
  const { url } = server;
  const endpoints = lambdaEnvironment({ dynamodb: url, s3: url, sqs: url, cloudfront: url, cognito: url });
  const command = join(import.meta.dirname, '../../../infra/tools/rotate.ts');
  return promisify(execFile)(process.execPath, [command, ...args], {
    env: { ...endpoints, AWS_ENDPOINT_URL_CLOUDFORMATION: url },
  });
};

test('reads parameters and outputs, and says in a sentence what is not there', async () => {
  expect(await stack.parameter('SentOriginSecret')).toBe('1');
  expect(await stack.output('ContentTableName')).toBe('table');
  await expect(stack.output('Other')).rejects.toThrow(`${stackName} has no Other yet: deploy it first.`);
  await expect(portalStack(client, 'b').parameter('SentOriginSecret')).rejects.toThrow(
    'There is no stack b in this account and Region: deploy it first.',
  );
});

test('changes the parameters that it is given, and keeps template and values of all others', async () => {
  await stack.setParameters({ OriginSecret0: 'new' });
  expect(updates).toEqual([
    expect.objectContaining({
      Action: 'UpdateStack',
      UsePreviousTemplate: 'true',
      'Parameters.member.1.ParameterKey': 'OriginSecret0',
      'Parameters.member.1.ParameterValue': 'new',
      'Parameters.member.3.ParameterKey': 'SentOriginSecret',
      'Parameters.member.3.UsePreviousValue': 'true',
    }),
  ]);
  expect(updates[0]).not.toHaveProperty('Parameters.member.3.ParameterValue');
});

test('npm run rotate -- origin-secret replaces the secret that is not sent, sends it, and replaces the other', async () => {
  const { stdout } = await rotate('origin-secret', stackName);
  const secret = expect.stringMatching(/^[\w-]{43}$/);
  expect(updates).toEqual([
    expect.objectContaining({ 'Parameters.member.1.ParameterValue': secret }),
    expect.objectContaining({ 'Parameters.member.3.ParameterValue': '0' }),
    expect.objectContaining({ 'Parameters.member.2.ParameterValue': secret }),
  ]);
  expect(stdout).toContain(`origin-secret of ${stackName}: replaced.\n`);
  const secrets = updates.flatMap((call) => Object.values(call)).filter((value) => value.length === 43);
  expect(secrets.filter((value) => stdout.includes(value))).toEqual([]);
});

test('npm run rotate -- preview-key deletes the key of the site', async () => {
  await rotate('preview-key', stackName);
  expect(deleted).toEqual([
    { TableName: 'table', Key: { pk: { S: 'hac-van#PREVIEW-KEY' }, sk: { S: 'PREVIEW-KEY' } } },
  ]);
});

test.each([
  [
    ['other', stackName],
    "Unexpected argument 'other'. Usage: npm run rotate -- origin-secret | preview-key <stack>\n",
  ],
  [['preview-key', 'b'], 'infra/stages.ts describes no portal whose stack is b.\n'],
])('refuses %j in a sentence', async (args, stderr) => {
  await expect(rotate(...args)).rejects.toMatchObject({ code: 1, stderr });
});
