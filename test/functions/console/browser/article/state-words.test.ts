import { expect, test } from 'vitest';
import { type Dated, stateSentence } from '../../../../../functions/console/browser/article/state-words.ts';

const now = new Date('2026-11-28T02:00:00Z');
const dated = (fields: Partial<Dated>): Dated => ({
  state: 'draft',
  publishedAt: null,
  withdrawAt: null,
  ...fields,
});

test.each([
  [{ state: 'draft' }, 'Chưa ai đọc được ngoài ban biên tập.'],
  [
    { state: 'scheduled', publishedAt: '2026-11-30T01:00:00.000Z' },
    'Sẽ đăng lúc 08:00 thứ Hai, 30/11/2026 (sau 1 ngày 23 giờ).',
  ],
  [
    { state: 'live', publishedAt: '2026-11-27T01:00:00.000Z', withdrawAt: '2026-12-31T17:00:00.000Z' },
    'Đăng từ 08:00 thứ Sáu, 27/11/2026. Gỡ lúc 00:00 thứ Sáu, 01/01/2027.',
  ],
] as [Partial<Dated>, string][])('says of %j: %s', (fields, sentence) => {
  expect(stateSentence(dated(fields), now)).toBe(sentence);
});
