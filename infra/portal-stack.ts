import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ActivityTable } from './activity-table.ts';
import { ContentChanges } from './content-changes.ts';
import { ContentTable } from './content-table.ts';
import { Distribution } from './distribution.ts';
import { HttpApi } from './http-api.ts';
import { ImagesBucket } from './images-bucket.ts';
import { LogsBucket } from './logs-bucket.ts';
import { Office } from './office.ts';
import { PortalFunctions } from './portal-functions.ts';
import { SearchBucket } from './search-bucket.ts';
import { SearchCompaction } from './search-compaction.ts';
import { SecondHome } from './second-home.ts';
import type { Stage } from './stages.ts';
import { VisitsTable } from './visits-table.ts';

/** One ward's portal, whole. */
export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      ...(stage.env && { env: stage.env }),
      description: 'Cong Tin: a news portal',
      terminationProtection: stage.keepsData,
    });

    const content = new ContentTable(this, 'ContentTable', stage);
    const activity = new ActivityTable(this, 'ActivityTable', stage);
    const visits = new VisitsTable(this, 'VisitsTable', stage);
    const office = new Office(this, 'Office', stage);
    const logs = new LogsBucket(this, 'Logs', stage);
    const images = new ImagesBucket(this, 'Images', { stage, logs });
    const search = new SearchBucket(this, 'Search', { stage, logs });
    const tables = { content, activity, visits };
    const functions = new PortalFunctions(this, 'Functions', { stage, ...tables, images, search });
    new SearchCompaction(this, 'SearchCompaction', functions);
    const api = new HttpApi(this, 'Api', { stage, functions, office });
    const secondHome = stage.hasSecondHome && new SecondHome(this, 'SecondHome', { stage, logs });
    const distribution = new Distribution(this, 'Distribution', { stage, api, images, secondHome, logs });
    new ContentChanges(this, 'ContentChanges', { stage, content, distributionId: distribution.id });

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
