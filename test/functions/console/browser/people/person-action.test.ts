import { expect, test } from 'vitest';
import {
  actionsFor,
  continuationOf,
  type PersonAction,
} from '../../../../../functions/console/browser/people/person-action.ts';
import {
  signInInWords,
  unfinishedInWords,
} from '../../../../../functions/console/browser/people/person-words.ts';
import type { Person, UnfinishedChange } from '../../../../../shared/people/person.ts';

const now = new Date('2026-11-28T03:00:00.000Z');
const person = (fields: Partial<Person> = {}): Person => ({
  name: 'lan.tran',
  fullName: 'Trần Thị Lan',
  email: 'lan.tran@hacvan.example',
  role: 'author',
  isEnabled: true,
  status: 'active',
  invitationEndsAt: null,
  lastSignInAt: null,
  unfinished: null,
  version: 1,
  ...fields,
});
const unfinished = (fields: Partial<UnfinishedChange>): UnfinishedChange => ({
  action: 'disable',
  role: null,
  by: 'admin',
  at: now.toISOString(),
  done: [],
  ...fields,
});
const invited = { status: 'invited', invitationEndsAt: '2026-11-28T03:00:01.000Z' } as const;

test.each<[string, Partial<Person>, string, PersonAction[]]>([
  ['a person', {}, 'admin', ['change-role', 'reset-second-factor', 'disable']],
  ['who was invited', invited, 'admin', ['change-role', 'resend-invitation', 'disable']],
  ['who is disabled', { isEnabled: false }, 'admin', ['enable', 'change-role']],
  ['who was invited and disabled', { ...invited, isEnabled: false }, 'admin', ['enable', 'change-role']],
  ['oneself', {}, 'lan.tran', []],
])('offers for %s', (_, fields, ownName, actions) => {
  expect(actionsFor(person(fields), ownName)).toEqual(actions);
});

test.each<[Partial<Person>, ReturnType<typeof continuationOf>]>([
  [{}, null],
  [{ unfinished: unfinished({}) }, { action: 'disable' }],
  [
    { unfinished: unfinished({ action: 'change-role', role: 'editor' }) },
    { action: 'change-role', role: 'editor' },
  ],
  // The account exists, so only its role can be missing.
  [
    { role: null, unfinished: unfinished({ action: 'invite', role: 'admin' }) },
    { action: 'change-role', role: 'admin' },
  ],
])('goes on with %j', (fields, change) => {
  expect(continuationOf(person(fields))).toEqual(change);
});

test.each<[Partial<Person>, string]>([
  [{}, 'Chưa ghi nhận lần đăng nhập nào'],
  [{ lastSignInAt: '2026-11-28T01:05:00.000Z' }, 'Đăng nhập gần nhất: 08:05'],
  [invited, 'Đã mời, chưa đăng nhập; thư mời dùng được đến 10:00'],
  [
    { ...invited, invitationEndsAt: now.toISOString() },
    'Đã mời, chưa đăng nhập; thư mời đã hết hạn, hãy gửi lại',
  ],
  [{ ...invited, isEnabled: false }, 'Đã khóa: không đăng nhập được'],
])('says of %j: %s', (fields, sentence) => {
  expect(signInInWords(person(fields), now)).toBe(sentence);
});

test('says what stopped halfway', () => {
  const done = ['đã khóa tài khoản'];
  expect(unfinishedInWords(person())).toBe('');
  expect(unfinishedInWords(person({ unfinished: unfinished({ done }) }))).toBe(
    'Chưa xong việc khóa tài khoản mà admin bắt đầu. Mới khóa tài khoản.',
  );
});
