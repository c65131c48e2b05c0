import { text } from 'node:stream/consumers';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterAll, expect, test } from 'vitest';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { listen } from '../../../infra/local/listen.ts';
import { portalStack } from '../../../infra/tools/rotate/portal-stack.ts';

const description = `<DescribeStacksResponse><DescribeStacksResult><Stacks><member>
  <StackName>CongTin-a-dev</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><CreationTime>2026-11-28T00:00:00Z</CreationTime>
  <Parameters>
    <member><ParameterKey>OriginSecret0</ParameterKey><ParameterValue>****</ParameterValue></member>
    <member><ParameterKey>SentOriginSecret</ParameterKey><ParameterValue>1</ParameterValue></member>
  </Parameters>
  <Outputs><member><OutputKey>ContentTableName</OutputKey><OutputValue>table</OutputValue></member></Outputs>
</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
const missing =
  '<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id b does not exist</Message></Error></ErrorResponse>';

const updates: Record<string, string>[] = [];
const server = await listen(0);
afterAll(() => server.stop());
server.open(async (request, response) => {
  const call = Object.fromEntries(new URLSearchParams(await text(request)));
  if (call.StackName !== 'CongTin-a-dev') return response.writeHead(400).end(missing);
  if (call.Action === 'DescribeStacks') return response.end(description);
  updates.push(call);
  return response.end('<UpdateStackResponse><UpdateStackResult/></UpdateStackResponse>');
});
const client = new CloudFormationClient({ endpoint: server.url, ...localCredentials });
const stack = portalStack(client, 'CongTin-a-dev');

test('reads parameters and outputs, and says in a sentence what is not there', async () => {
  expect(await stack.parameter('SentOriginSecret')).toBe('1');
  expect(await stack.output('ContentTableName')).toBe('table');
  await expect(stack.output('Other')).rejects.toThrow('CongTin-a-dev has no Other yet: deploy it first.');
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
      'Parameters.member.2.ParameterKey': 'SentOriginSecret',
      'Parameters.member.2.UsePreviousValue': 'true',
    }),
  ]);
  expect(updates[0]).not.toHaveProperty('Parameters.member.2.ParameterValue');
});
