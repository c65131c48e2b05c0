import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { StreamRecord } from './handle-changes.ts';

type Image = Record<string, AttributeValue>;

/** A record of the table's stream, parsed lazily, so that one that cannot be parsed affects no other. */
export const streamRecord = (record: DynamoDBRecord): StreamRecord => {
  const { Keys, OldImage, NewImage } = record.dynamodb ?? {};
  const partitionKey = Keys?.pk?.S ?? '';
  return {
    id: record.eventID ?? '',
    partitionKey,
    raw: record,
    parse: () => ({
      partitionKey,
      sortKey: Keys?.sk?.S ?? '',
      before: itemOf(OldImage),
      after: itemOf(NewImage),
    }),
  };
};

const itemOf = (image: unknown) => (image ? unmarshall(image as Image) : null);
