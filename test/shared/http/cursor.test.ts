import { expect, test } from 'vitest';
import { articlePosition, decodeCursor, encodeCursor } from '../../../shared/http/cursor.ts';

const position = '2026-05-04T03:00:00.000Z#01kb0000000000000000000000';

test('decodes to its position', () => {
  expect(decodeCursor('thong-bao', encodeCursor('thong-bao', position), articlePosition)).toBe(position);
});

test('decodes to the beginning without a cursor', () => {
  expect(decodeCursor('thong-bao', undefined, articlePosition)).toBeNull();
});

test.each([
  ['empty', ''],
  ['not ours', 'abc'],
  ['truncated', encodeCursor('thong-bao', position).slice(0, -9)],
  ['of another list', encodeCursor('tin-hoat-dong', position)],
  ['of no position', encodeCursor('thong-bao', '~~~')],
  ['of another shape', Buffer.from('{"list":"thong-bao"}').toString('base64url')],
  ['longer than a cursor', Buffer.from(JSON.stringify(['thong-bao', position, 1])).toString('base64url')],
])('refuses a cursor that is %s', (_, cursor) => {
  expect(() => decodeCursor('thong-bao', cursor, articlePosition)).toThrow(
    expect.objectContaining({ code: 'invalid_cursor' }),
  );
});
