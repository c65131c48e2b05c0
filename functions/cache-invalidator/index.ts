import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { readEnv } from '../../shared/env.ts';
import { deadLetterStore } from './dead-letter-store.ts';
import { changeHandler } from './handle-changes.ts';
import { invalidationStore } from './invalidation-store.ts';
import { streamRecord } from './stream-record-store.ts';

const env = readEnv(['DISTRIBUTION_ID', 'DEAD_LETTER_QUEUE_URL']);
const logger = new Logger();

const handleChanges = changeHandler({
  invalidate: invalidationStore(env.DISTRIBUTION_ID).create,
  deadLetter: deadLetterStore(env.DEAD_LETTER_QUEUE_URL).put,
  onDeadLetter: (error) => logger.error('A record was sent to the dead-letter queue', { error }),
});

export const handler = (event: DynamoDBStreamEvent) => handleChanges(event.Records.map(streamRecord));
