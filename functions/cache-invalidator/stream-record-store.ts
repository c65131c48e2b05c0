import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { StreamRecord } from './handle-changes.ts';

type Image = Record<string, AttributeValue>;

/** A record of the table's stream, read when it is looked at, so that one that cannot be read harms no other. */
export const streamRecord = (record: DynamoDBRecord): StreamRecord => ({
  id: record.eventID ?? '',
  raw: record,
  change: () => {
    const { Keys, OldImage, NewImage } = record.dynamodb ?? {};
    const read = (image: unknown) => (image ? unmarshall(image as Image) : null);
    return { sortKey: String(read(Keys)?.sk), before: read(OldImage), after: read(NewImage) };
  },
});
