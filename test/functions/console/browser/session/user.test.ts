import { expect, test } from 'vitest';
import { userOf } from '../../../../../functions/console/browser/session/user.ts';

const tokenOf = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.');

test.each([
  [['author'], 'author'],
  [['author', 'editor'], 'editor'],
  [['admin', 'author'], 'admin'],
])('reads the widest role of %j', (groups, role) => {
  const token = tokenOf({ username: 'Lê Thị Lan', 'cognito:groups': groups });
  expect(userOf(token)).toEqual({ name: 'Lê Thị Lan', role });
});

test.each([[{ username: 'lan' }], [{ username: 'lan', 'cognito:groups': ['khác'] }]])(
  'finds no role in %j',
  (claims) => {
    expect(userOf(tokenOf(claims))).toBeNull();
  },
);
