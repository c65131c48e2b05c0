import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { HttpApi } from './api/http-api.ts';
import { StaffUserPool } from './api/staff-user-pool.ts';
import { ContentStream } from './compute/content-stream.ts';
import { FunctionSchedules } from './compute/function-schedules.ts';
import { PortalFunctions } from './compute/portal-functions.ts';
import { createBuckets } from './data/buckets.ts';
import { createTables } from './data/tables.ts';
import { Distribution } from './edge/distribution.ts';
import { DeadLetterAlarm } from './guards/dead-letter-alarm.ts';
import type { Stage } from './stages.ts';

/** One ward's portal. Construct ids and outputs are a contract. */
export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      ...(stage.env && { env: stage.env }),
      description: 'Cong Tin: a news portal',
      terminationProtection: stage.retainsData,
    });

    const tables = createTables(this, stage);
    const buckets = createBuckets(this, stage);
    const staff = new StaffUserPool(this, 'StaffUserPool', stage);
    const functions = new PortalFunctions(this, 'Functions', { stage, tables, buckets });
    new FunctionSchedules(this, 'FunctionSchedules', { functions });
    const api = new HttpApi(this, 'Api', { stage, functions, staff });
    const distribution = new Distribution(this, 'Distribution', { stage, api, buckets });
    const stream = new ContentStream(this, 'ContentStream', {
      table: tables.content,
      invalidator: functions.byName['cache-invalidator'],
      distributionId: distribution.id,
    });
    new DeadLetterAlarm(this, 'DeadLetterAlarm', { queue: stream.deadLetterQueue });

    const origin = `https://${stage.domain?.name ?? distribution.domainName}`;
    functions.addEnvironment('SITE_ORIGIN', origin);

    const outputs = {
      PortalUrl: origin,
      DistributionDomain: distribution.domainName,
      LoginUrl: staff.loginUrl,
      UserPoolId: staff.pool.userPoolId,
      UserPoolClientId: staff.client.userPoolClientId,
      ContentTableName: tables.content.tableName,
      ActivityTableName: tables.activity.tableName,
      VisitsTableName: tables.visits.tableName,
      SearchBucketName: buckets.search.bucketName,
      ...(buckets.mirror && { MirrorBucketName: buckets.mirror.bucketName }),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
