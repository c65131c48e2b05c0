import * as z from 'zod/mini';
import type { TableBackup } from '../../shared/health/health-reply.ts';
import { type DynamodbClient, DynamodbRefusal } from '../../shared/table/dynamodb-client.ts';

/** Times are seconds since 1970: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html */
const reply = z.object({
  ContinuousBackupsDescription: z.object({
    PointInTimeRecoveryDescription: z.optional(
      z.object({
        PointInTimeRecoveryStatus: z.enum(['ENABLED', 'DISABLED']),
        LatestRestorableDateTime: z.optional(z.number()),
      }),
    ),
  }),
});

/** The point-in-time recovery of tables. */
export const backupStore = (dynamodb: DynamodbClient, tables: readonly string[]) => {
  const describe = async (TableName: string): Promise<TableBackup> => {
    const found = reply.parse(await dynamodb.call('DescribeContinuousBackups', { TableName }));
    const recovery = found.ContinuousBackupsDescription.PointInTimeRecoveryDescription;
    const seconds = recovery?.LatestRestorableDateTime;
    return {
      isEnabled: recovery?.PointInTimeRecoveryStatus === 'ENABLED',
      latestAt: seconds === undefined ? null : new Date(seconds * 1000).toISOString(),
    };
  };

  return {
    /** Every table, in their order; null on an engine without the operation, as DynamoDB Local is. */
    async list(): Promise<TableBackup[] | null> {
      try {
        return await Promise.all(tables.map(describe));
      } catch (error) {
        if (error instanceof DynamodbRefusal && error.name === 'UnknownOperationException') return null;
        throw error;
      }
    },
  };
};
export type BackupStore = ReturnType<typeof backupStore>;
