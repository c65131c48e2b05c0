import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { PortalFunction } from './portal-function.ts';

/** Minutes between two checks whether a snapshot of the search index is due. */
const intervalMinutes = 5;

/** The schedule that invokes `search-compactor`. */
export class CompactionSchedule extends Construct {
  constructor(scope: Construct, id: string, { compactor }: { compactor: PortalFunction }) {
    super(scope, id);
    new Rule(this, 'Schedule', {
      schedule: Schedule.rate(Duration.minutes(intervalMinutes)),
      targets: [new LambdaFunction(compactor.function, { retryAttempts: 2 })],
    });
  }
}
