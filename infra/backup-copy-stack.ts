import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { backupVault } from './data/backup-vault.ts';
import { type Portal, stages } from './stages.ts';

type Props = Pick<Portal, 'stage'> & { account: string; region: string };

/**
 * The vault in a second Region that holds copies of the backups of all portals of a stage in an account. Its ARN is made of its name: a
 * stack cannot import values of another Region.
 */
export class BackupCopyStack extends Stack {
  readonly vaultArn: string;

  constructor(scope: Construct, id: string, { stage, account, region }: Props) {
    super(scope, id, {
      env: { account, region },
      stackName: `CongTinBackupCopies-${stage}`,
      description: `Cong Tin: copies of the backups of all portals in ${stage}`,
    });
    const name = `cong-tin-${stage}-copies`;
    backupVault(this, 'Vault', { name, portal: stages[stage] });
    this.vaultArn = this.formatArn({
      service: 'backup',
      resource: 'backup-vault',
      resourceName: name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
