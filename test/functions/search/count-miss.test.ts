import { expect, test } from 'vitest';
import { missCounter } from '../../../functions/search/count-miss.ts';

const now = new Date('2026-11-24T17:30:00Z');
const asked = { text: 'Hộ khẩu', category: '', from: '', to: '', page: 1 };

const aCounter = (count: (day: string, query: string) => Promise<boolean>) => {
  const calls: string[] = [];
  const failures: unknown[] = [];
  const countMiss = missCounter({
    misses: {
      count: (day, query) => {
        calls.push(`${day} ${query}`);
        return count(day, query);
      },
    },
    onFailure: (error) => failures.push(error),
  });
  return { countMiss, calls, failures };
};

test('counts by the day in Viet Nam, and only the first page without a filter', async () => {
  const { countMiss, calls } = aCounter(async () => true);
  await countMiss(asked, now);
  await countMiss({ ...asked, page: 2 }, now);
  await countMiss({ ...asked, category: 'thong-bao' }, now);
  await countMiss({ ...asked, from: '2026-01-01' }, now);
  await countMiss({ ...asked, to: '2026-01-01' }, now);
  await countMiss({ ...asked, text: '0912345678' }, now);
  expect(calls).toEqual(['2026-11-25 ho khau']);
});

test('never fails, and tries the next query', async () => {
  const { countMiss, calls, failures } = aCounter(() => Promise.reject(new Error('No table')));
  await countMiss(asked, now);
  await countMiss(asked, now);
  expect([calls.length, failures.length]).toEqual([2, 2]);
});

test('writes nothing more on a full day, and goes on the next day', async () => {
  const { countMiss, calls } = aCounter(async () => false);
  await countMiss(asked, now);
  await countMiss(asked, now);
  await countMiss(asked, new Date('2026-11-25T17:30:00Z'));
  expect(calls).toEqual(['2026-11-25 ho khau', '2026-11-26 ho khau']);
});
