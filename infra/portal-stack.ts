import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { HttpApi } from './api/http-api.ts';
import { StaffUserPool } from './api/staff-user-pool.ts';
import { CompactionSchedule } from './compute/compaction-schedule.ts';
import { ContentStream } from './compute/content-stream.ts';
import { PortalFunctions } from './compute/portal-functions.ts';
import { AccessLogsBucket } from './data/access-logs-bucket.ts';
import { ActivityTable } from './data/activity-table.ts';
import { ContentTable } from './data/content-table.ts';
import { ImagesBucket } from './data/images-bucket.ts';
import { MirrorBucket } from './data/mirror-bucket.ts';
import { SearchBucket } from './data/search-bucket.ts';
import { VisitsTable } from './data/visits-table.ts';
import { Distribution } from './edge/distribution.ts';
import type { Stage } from './stages.ts';

/** One ward's portal, whole. */
export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      ...(stage.env && { env: stage.env }),
      description: 'Cong Tin: a news portal',
      terminationProtection: stage.retainsData,
    });

    const content = new ContentTable(this, 'ContentTable', stage);
    const activity = new ActivityTable(this, 'ActivityTable', stage);
    const visits = new VisitsTable(this, 'VisitsTable', stage);
    const office = new StaffUserPool(this, 'Office', stage);
    const logs = new AccessLogsBucket(this, 'Logs', stage);
    const images = new ImagesBucket(this, 'Images', { stage, logs });
    const search = new SearchBucket(this, 'Search', { stage, logs });
    const tables = { content, activity, visits };
    const functions = new PortalFunctions(this, 'Functions', { stage, ...tables, images, search });
    new CompactionSchedule(this, 'SearchCompaction', functions);
    const api = new HttpApi(this, 'Api', { stage, functions, office });
    const secondHome = stage.hasMirror && new MirrorBucket(this, 'SecondHome', { stage, logs });
    const distribution = new Distribution(this, 'Distribution', { stage, api, images, secondHome, logs });
    new ContentStream(this, 'ContentChanges', { stage, content, distributionId: distribution.id });

    const origin = `https://${stage.domain?.name ?? distribution.domainName}`;
    functions.tellOrigin(origin);

    const outputs = {
      PortalUrl: origin,
      DistributionDomain: distribution.domainName,
      LoginUrl: office.loginUrl,
      UserPoolId: office.pool.userPoolId,
      UserPoolClientId: office.client.userPoolClientId,
      ContentTableName: content.tableName,
      ActivityTableName: activity.tableName,
      VisitsTableName: visits.tableName,
      SearchBucketName: search.bucket.bucketName,
      ...(secondHome && { SecondHomeBucket: secondHome.bucket.bucketName }),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
