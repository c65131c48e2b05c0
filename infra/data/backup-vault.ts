import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import type { Portal } from '../stages.ts';
import { removalPolicy } from './removal-policy.ts';

type Options = { name: string; portal: Pick<Portal, 'retainsData'> };

/**
 * A vault, encrypted by AWS Backup's own key, whose backups end with their retention and not before: nobody deletes one without first
 * changing the vault's policy. https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
export const backupVault = (scope: Construct, id: string, { name, portal }: Options): BackupVault =>
  new BackupVault(scope, id, {
    backupVaultName: name,
    blockRecoveryPointDeletion: true,
    removalPolicy: removalPolicy(portal),
  });
