import {
  type CloudFormationClient,
  DescribeStacksCommand,
  type Stack,
  UpdateStackCommand,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation';
import { UserError } from '../../cli/user-error.ts';

/** Seconds in which a change of a distribution reaches every edge location: usually five minutes. */
const updateSeconds = 3_600;

/** A deployed stack: its parameters and outputs, and changes of its parameters alone. */
export const portalStack = (client: CloudFormationClient, stackName: string) => {
  const describe = async (): Promise<Pick<Stack, 'Parameters' | 'Outputs'>> => {
    const { Stacks = [] } = await client
      .send(new DescribeStacksCommand({ StackName: stackName }))
      .catch((error) => {
        if (!/does not exist/.test(String(error))) throw error;
        throw new UserError(`There is no stack ${stackName} in this account and Region: deploy it first.`);
      });
    return Stacks[0] ?? {};
  };
  const required = (value: string | undefined, name: string) => {
    if (value === undefined) throw new UserError(`${stackName} has no ${name} yet: deploy it first.`);
    return value;
  };

  return {
    /** Throws `UserError` for a stack that has no such parameter. */
    async parameter(name: string): Promise<string> {
      const { Parameters = [] } = await describe();
      return required(Parameters.find(({ ParameterKey }) => ParameterKey === name)?.ParameterValue, name);
    },

    /** Throws `UserError` for a stack that has no such output. */
    async output(name: string): Promise<string> {
      const { Outputs = [] } = await describe();
      return required(Outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue, name);
    },

    /** Sets some parameters of the deployed template, and waits until the update is complete. Throws when it was rolled back. */
    async setParameters(values: Readonly<Record<string, string>>) {
      const { Parameters = [] } = await describe();
      await client.send(
        new UpdateStackCommand({
          StackName: stackName,
          UsePreviousTemplate: true,
          Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
          Parameters: Parameters.map(({ ParameterKey = '' }) => {
            const ParameterValue = values[ParameterKey];
            return { ParameterKey, ...(ParameterValue ? { ParameterValue } : { UsePreviousValue: true }) };
          }),
        }),
      );
      await waitUntilStackUpdateComplete({ client, maxWaitTime: updateSeconds }, { StackName: stackName });
    },
  };
};
export type PortalStack = ReturnType<typeof portalStack>;
