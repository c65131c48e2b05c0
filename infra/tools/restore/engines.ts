import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { localCredentials } from '../../local/compute/aws-environment.ts';
import type { Portal } from '../../local/portal.ts';

/** The tables and buckets of a portal on this machine. */
export type Engines = Awaited<ReturnType<typeof enginesOf>>;

export const enginesOf = async ({ dynamodbUrl, s3Url }: Pick<Portal, 'dynamodbUrl' | 's3Url'>) => {
  const dynamodb = new DynamoDBClient({ endpoint: dynamodbUrl, ...localCredentials });
  const s3 = new S3Client({ endpoint: s3Url, forcePathStyle: true, ...localCredentials });
  const { TableNames: tables = [] } = await dynamodb.send(new ListTablesCommand({}));
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const buckets = Buckets.map(({ Name = '' }) => Name);
  const startingWith = (start: string, names: readonly string[]): string => {
    const found = names.find((name) => name.toLowerCase().startsWith(start));
    if (found === undefined) throw new Error(`The portal has no ${start}`);
    return found;
  };
  return {
    dynamodb,
    s3,
    /** The name of a table or bucket by the start of its id. */
    tableName: (start: string) => startingWith(start, tables),
    bucketName: (start: string) => startingWith(start, buckets),
    close() {
      dynamodb.destroy();
      s3.destroy();
    },
  };
};
