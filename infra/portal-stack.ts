import { Annotations, CfnOutput, Lazy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { consolePath } from './api/callbacks.ts';
import { HttpApi } from './api/http-api.ts';
import { StaffUserPool } from './api/staff-user-pool.ts';
import type { BackupCopyStack } from './backup-copy-stack.ts';
import { ContentStream } from './compute/content-stream.ts';
import { FunctionSchedules } from './compute/function-schedules.ts';
import { PortalFunctions } from './compute/portal-functions.ts';
import { BackupPlan } from './data/backup-plan.ts';
import { allowUploadsFrom, createBuckets } from './data/buckets.ts';
import { createTables } from './data/tables.ts';
import { Distribution } from './edge/distribution.ts';
import { createOriginSecret } from './edge/origin-secret.ts';
import type { EdgePolicies } from './edge-stack.ts';
import { PortalWatch } from './guards/portal-watch.ts';
import { type Portal, webAclStackId } from './stages.ts';

type Props = { portal: Portal; policies: EdgePolicies; copies: BackupCopyStack | null };

/** One ward's portal. Construct ids and outputs are a contract. */
export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, { portal, policies, copies }: Props) {
    super(scope, id, {
      ...(portal.env && { env: portal.env }),
      description: `Cong Tin: the portal of ${portal.site} in ${portal.stage}`,
      terminationProtection: portal.isProtected ?? false,
    });

    if (portal.retainsData && !portal.isProtected) {
      Annotations.of(this).addWarningV2(
        'cong-tin:unprotected',
        `${id} can be deleted: set isProtected in infra/stages.ts once it is deployed.`,
      );
    }
    if (portal.webAcl?.arn === null) {
      Annotations.of(this).addWarningV2(
        'cong-tin:web-acl',
        `${id} has no web ACL yet: deploy ${webAclStackId(portal)} and set webAcl.arn in infra/stages.ts.`,
      );
    }
    const tables = createTables(this, portal);
    const buckets = createBuckets(this, portal);
    const backups =
      portal.backupRetentionDays === null
        ? null
        : new BackupPlan(this, 'BackupPlan', {
            portal,
            retentionDays: portal.backupRetentionDays,
            tables,
            buckets,
            copyVaultArn: copies?.vaultArn ?? null,
          });
    if (backups && copies) this.addStackDependency(copies);
    // The constructs need each other in a circle, their resources do not: the distribution needs the API, the API's routes need the
    // user pool's client, and the client needs the name of the distribution.
    const origin = Lazy.string({
      produce: () => `https://${portal.domain?.name ?? distribution.domainName}`,
    });
    const staff = new StaffUserPool(this, 'StaffUserPool', { portal, origin });
    const functions = new PortalFunctions(this, 'Functions', { portal, tables, buckets });
    new FunctionSchedules(this, 'FunctionSchedules', { functions });
    const api = new HttpApi(this, 'Api', { portal, functions, staff });
    const originSecret = createOriginSecret(this);
    const distribution = new Distribution(this, 'Distribution', {
      portal,
      policies,
      api,
      buckets,
      originSecret,
    });
    const stream = new ContentStream(this, 'ContentStream', {
      table: tables.content,
      invalidator: functions.byName['cache-invalidator'],
      distributionId: distribution.id,
    });
    new PortalWatch(this, 'Watch', {
      portal,
      functions,
      api,
      stream,
      backupRoleArn: backups?.roleArn ?? null,
    });

    stream.letCountDeadLetters(functions.byName['site-admin']);
    staff.letAdminister(functions.byName.people);
    staff.letList(functions.byName['people-export']);
    staff.reportSignInsTo(functions.byName['sign-in-recorder']);
    functions.addEnvironment('SITE_ORIGIN', origin);
    functions.addEnvironmentOfRouted('ORIGIN_SECRETS', originSecret.accepted);
    // What sends the secret is updated before what asks for it.
    functions.node.addDependency(distribution);
    allowUploadsFrom(buckets.uploads, origin);
    functions.addEnvironmentOf('console', {
      LOGIN_ORIGIN: staff.loginOrigin,
      TOKEN_ISSUER: staff.pool.userPoolProviderUrl,
      CLIENT_ID: staff.client.userPoolClientId,
      TOKEN_SCOPE: staff.scope,
      UPLOAD_ORIGIN: `https://${buckets.uploads.bucketRegionalDomainName}`,
    });

    const outputs = {
      PortalUrl: origin,
      ConsoleUrl: `${origin}${consolePath}`,
      DistributionDomain: distribution.domainName,
      UserPoolId: staff.pool.userPoolId,
      UserPoolClientId: staff.client.userPoolClientId,
      ContentTableName: tables.content.tableName,
      ActivityTableName: tables.activity.tableName,
      VisitsTableName: tables.visits.tableName,
      ImagesBucketName: buckets.images.bucketName,
      PeopleBucketName: buckets.people.bucketName,
      SearchBucketName: buckets.search.bucketName,
      ...(buckets.mirror && { MirrorBucketName: buckets.mirror.bucketName }),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
