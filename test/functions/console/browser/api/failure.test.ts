import { expect, test } from 'vitest';
import { explainFailure } from '../../../../../functions/console/browser/api/failure.ts';
import { SessionEnded } from '../../../../../functions/console/browser/session/session-ended.ts';
import { RefusedCall } from '../../../../../shared/api/client.ts';

const refused = (status: number, problem: RefusedCall['problem'] = {}) =>
  new RefusedCall('GET /api/admin/articles', status, problem);

test.each([
  [refused(400), 'invalid'],
  [refused(401), 'session'],
  [refused(403), 'forbidden'],
  [refused(404), 'missing'],
  [refused(409), 'state'],
  [refused(412), 'conflict'],
  [refused(413), 'toobig'],
  [refused(422), 'invalid'],
  [refused(429), 'busy'],
  [refused(500), 'server'],
  [refused(502), 'server'],
  [refused(503), 'busy'],
  [new SessionEnded(), 'session'],
  [new TypeError('Failed to fetch'), 'offline'],
  [new DOMException('The operation timed out', 'TimeoutError'), 'offline'],
])('explains %s as %s, in a sentence', (error, kind) => {
  const failure = explainFailure(error);
  expect(failure.kind).toBe(kind);
  expect(failure.sentence).toMatch(/^\p{Lu}.+\.$/u);
  expect(failure.sentence).not.toMatch(/\d{3}/);
});

test("takes the portal's own sentence and fields, but not those of a gateway", () => {
  const errors = [{ field: 'title', reason: 'Không được để trống' }];
  const own = { code: 'invalid_fields', detail: 'Hãy sửa các trường nêu tên rồi gửi lại.', errors } as const;
  expect(explainFailure(refused(422, own))).toEqual({
    kind: 'invalid',
    sentence: own.detail,
    fields: errors,
  });
  expect(explainFailure(refused(403, { detail: 'Forbidden' })).sentence).toBe(
    'Tài khoản này không được làm việc đó.',
  );
});

test('passes on an error that is a mistake of ours', () => {
  expect(() => explainFailure(new RangeError('x'))).toThrow(RangeError);
});
