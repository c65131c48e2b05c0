import { Logger } from '@aws-lambda-powertools/logger';
import { readEnv, readSiteId, readTableConnection } from '../../shared/env.ts';
import { signInStore } from '../../shared/people/account-store.ts';
import { dynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { recordSignIn } from './record-sign-in.ts';

/** Cognito waits five seconds for a trigger, and asks three times: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html#important-lambda-considerations */
const table = connectTable(
  readEnv(['CONTENT_TABLE']).CONTENT_TABLE,
  dynamodbClient({ ...readTableConnection(), attempts: 2, timeoutMs: 1000 }),
);
const logger = new Logger();

/** Invoked by the user pool after each authentication. */
export const handler = recordSignIn({
  store: signInStore(table, readSiteId()),
  clock: () => new Date(),
  onFailure: (error) => logger.error('A sign-in was not recorded', { error }),
});
