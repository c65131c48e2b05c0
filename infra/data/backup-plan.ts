import { Duration, TimeZone, Validations } from 'aws-cdk-lib';
import {
  BackupPlan as AwsBackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Portal, physicalName } from '../stages.ts';
import { backupVault } from './backup-vault.ts';
import type { Buckets } from './buckets.ts';
import type { Tables } from './tables.ts';

/** What AWS Backup calls to back up tables and versioned buckets: https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html */
const managedPolicies = [
  'service-role/AWSBackupServiceRolePolicyForBackup',
  'AWSBackupServiceRolePolicyForS3Backup',
];

type Props = {
  portal: Portal;
  retentionDays: number;
  tables: Tables;
  buckets: Buckets;
  /** The vault in another Region to which each backup is copied; null for none. */
  copyVaultArn: string | null;
};

/**
 * Daily backups of what cannot be made again: every table, the images and the exports of people. Not of the search index and the mirror,
 * which are derived, and not of uploads and access logs, which must not outlive their days.
 */
export class BackupPlan extends Construct {
  /** The role that AWS Backup assumes for the jobs of this plan. */
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { portal, retentionDays, tables, buckets, copyVaultArn }: Props) {
    super(scope, id);
    const vault = backupVault(this, 'Vault', { name: physicalName(portal), portal });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: managedPolicies.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    this.roleArn = role.roleArn;
    for (const name of managedPolicies) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
        reason:
          'AWS keeps it in step with its service, which alone assumes the role; an own copy would age unnoticed.',
      });
    }

    const plan = new AwsBackupPlan(this, 'Plan', {
      backupPlanName: physicalName(portal),
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'daily',
          scheduleExpression: Schedule.cron({ hour: '1', minute: '30' }),
          scheduleExpressionTimezone: TimeZone.ASIA_HO_CHI_MINH,
          deleteAfter: Duration.days(retentionDays),
          ...(copyVaultArn !== null && {
            copyActions: [
              {
                destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'CopyVault', copyVaultArn),
                deleteAfter: Duration.days(retentionDays),
              },
            ],
          }),
        }),
      ],
    });
    // Named one by one: then they are backed up whatever the account's opt-in settings say.
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html
    plan.addSelection('Resources', {
      role,
      disableDefaultBackupPolicy: true,
      resources: [
        ...Object.values(tables).map(({ tableArn }) => BackupResource.fromArn(tableArn)),
        ...[buckets.images, buckets.people].map(({ bucketArn }) => BackupResource.fromArn(bucketArn)),
      ],
    });
  }
}
