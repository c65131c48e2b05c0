import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { PortalFunctions } from './portal-functions.ts';

/** How often it is asked whether a snapshot of the search index is due. */
const minutes = 5;

/** The clock of the compactor. */
export class CompactionSchedule extends Construct {
  constructor(scope: Construct, id: string, functions: PortalFunctions) {
    super(scope, id);
    new Rule(this, 'Schedule', {
      schedule: Schedule.rate(Duration.minutes(minutes)),
      targets: [new LambdaFunction(functions.byName['search-compactor'].function, { retryAttempts: 2 })],
    });
  }
}
