import { UserError } from '../../cli/user-error.ts';
import { changeSet, dataLosses, isEmpty } from './change-set.ts';
import type { DeployedStack } from './stacks-of.ts';

/** Runs a command and resolves to what it printed; rejects when it fails. */
export type RunProgram = (program: 'aws' | 'cdk', args: readonly string[]) => Promise<string>;

export type DeployOptions = {
  run: RunProgram;
  /** Unique, so that no change set of an earlier run is meant. */
  changeSetName: string;
  /** ARNs of at most five alarms: when one rings, CloudFormation rolls back. */
  alarms: readonly string[];
  /** Minutes after the change for which the alarms count. */
  monitoringMinutes: number;
  /** Logical ids of resources whose data may go. */
  allowed: readonly string[];
};

/**
 * Deploys a stack of a synthesized assembly in two steps, and stops between them when what holds data would be replaced or removed: the
 * change set is what CloudFormation will do, no comparison of templates. False when there was nothing to change. Throws `UserError`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-rollback-triggers.html
 */
export const deployStack = async (stack: DeployedStack, options: DeployOptions): Promise<boolean> => {
  const { run, changeSetName, alarms, allowed } = options;
  const named = ['--change-set-name', changeSetName];
  const cdkDeploy = [
    'deploy',
    stack.id,
    '--app',
    'cdk.out',
    '--exclusively',
    '--require-approval',
    'never',
    ...named,
  ];
  const triggers = alarms.length > 0 ? alarms : ['none'];
  await run('cdk', [
    ...cdkDeploy,
    '--method=prepare-change-set',
    ...triggers.flatMap((arn) => ['--rollback-trigger-alarm-arns', arn]),
    ...(alarms.length > 0 ? [`--monitoring-time-minutes=${options.monitoringMinutes}`] : []),
  ]);
  const prepared = await describeChangeSet(stack, options);
  if (prepared === null || isEmpty(prepared)) return false;
  if (prepared.Status !== 'CREATE_COMPLETE') {
    throw new UserError(`${stack.name}: the change set is ${prepared.Status} (${prepared.StatusReason}).`);
  }
  const losses = dataLosses(prepared, allowed);
  if (losses.length > 0) {
    throw new UserError(
      `${stack.name} is not deployed:\n${losses.map((loss) => `  ${loss}`).join('\n')}\nWhoever means it names each with --allow.`,
    );
  }
  await run('cdk', [...cdkDeploy, '--method=execute-change-set']);
  return true;
};

/** The prepared change set; null when there is none, because the template is the deployed one. */
const describeChangeSet = async ({ name, region }: DeployedStack, { run, changeSetName }: DeployOptions) => {
  try {
    const printed = await run('aws', [
      ...['cloudformation', 'describe-change-set', '--output', 'json'],
      ...['--stack-name', name, '--change-set-name', changeSetName],
      ...(region === null ? [] : ['--region', region]),
    ]);
    return changeSet.parse(JSON.parse(printed));
  } catch (error) {
    if (error instanceof Error && error.message.includes('ChangeSetNotFound')) return null;
    throw error;
  }
};

/** The address of a portal, from the outputs of its stack. */
export const readPortalUrl = async ({ name, region }: DeployedStack, run: RunProgram): Promise<string> => {
  const printed = await run('aws', [
    ...['cloudformation', 'describe-stacks', '--stack-name', name, '--output', 'text'],
    ...['--query', "Stacks[0].Outputs[?OutputKey=='PortalUrl'].OutputValue"],
    ...(region === null ? [] : ['--region', region]),
  ]);
  return printed.trim();
};
