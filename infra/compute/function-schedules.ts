import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { FunctionName } from './function-table.ts';
import type { PortalFunctions } from './portal-functions.ts';

/** Minutes between two invocations of each scheduled function. */
export const intervalMinutes = {
  'most-read': 5,
  'search-compactor': 5,
  'people-export': 24 * 60,
} satisfies Partial<Record<FunctionName, number>>;

/** The schedules that invoke functions. */
export class FunctionSchedules extends Construct {
  constructor(scope: Construct, id: string, { functions }: { functions: PortalFunctions }) {
    super(scope, id);
    const names = Object.keys(intervalMinutes) as (keyof typeof intervalMinutes)[];
    for (const name of names) {
      new Rule(this, name, {
        schedule: Schedule.rate(Duration.minutes(intervalMinutes[name])),
        targets: [new LambdaFunction(functions.byName[name].function, { retryAttempts: 2 })],
      });
    }
  }
}
