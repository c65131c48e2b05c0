import { expect, test } from 'vitest';
import { backupStore } from '../../../functions/site-admin/backup-store.ts';
import { readFact } from '../../../functions/site-admin/health-fact.ts';
import { DynamodbRefusal } from '../../../shared/table/dynamodb-client.ts';

const never = () => new Promise<never>(() => {});
const options = (wait: () => Promise<unknown> = never) => {
  const failures: unknown[] = [];
  return { wait, onFailure: (error: unknown) => failures.push(error), failures };
};

test.each([
  ['a value', () => Promise.resolve(0), { value: 0, unknown: null }, 0],
  ['a source that cannot say', () => Promise.resolve(null), { value: null, unknown: 'unsupported' }, 0],
  ['a failure', () => Promise.reject(new Error('x')), { value: null, unknown: 'failure' }, 1],
])('a fact of %s', async (_, source: () => Promise<number | null>, fact, failed) => {
  const given = options();
  expect(await readFact(source, given)).toEqual(fact);
  expect(given.failures).toHaveLength(failed);
});

test('a source that does not answer is given up after two seconds', async () => {
  const waits: number[] = [];
  const wait = async (ms: number) => waits.push(ms);
  expect(await readFact(never, { wait, onFailure: () => {} })).toEqual({ value: null, unknown: 'timeout' });
  expect(waits).toEqual([2_000]);
});

test('stops to wait once the source has answered', async () => {
  let signal: AbortSignal | undefined;
  const wait = (_: number, given: AbortSignal) => {
    signal = given;
    return never();
  };
  await readFact(async () => 1, { wait, onFailure: () => {} });
  expect(signal?.aborted).toBe(true);
});

const storeOf = (answers: Record<string, object | Error>) =>
  backupStore(
    {
      call: async <Output>(operation: string, { TableName = '' }: { TableName?: string }) => {
        expect(operation).toBe('DescribeContinuousBackups');
        const answer = answers[TableName];
        if (answer instanceof Error) throw answer;
        return { ContinuousBackupsDescription: answer } as Output;
      },
    },
    Object.keys(answers),
  );

test('reads when each table can be restored to', async () => {
  const store = storeOf({
    content: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: {
        PointInTimeRecoveryStatus: 'ENABLED',
        LatestRestorableDateTime: 1_795_000_000.25,
      },
    },
    visits: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' } },
    activity: {},
  });
  expect(await store.list()).toEqual([
    { isEnabled: true, latestAt: new Date(1_795_000_000_250).toISOString() },
    { isEnabled: false, latestAt: null },
    { isEnabled: false, latestAt: null },
  ]);
});

test.each([
  ['UnknownOperationException', null],
  ['AccessDeniedException', 'refused'],
])('takes %s as %s', async (name, outcome) => {
  const store = storeOf({ content: new DynamodbRefusal(name, '', []) });
  expect(await store.list().catch(() => 'refused')).toBe(outcome);
});
