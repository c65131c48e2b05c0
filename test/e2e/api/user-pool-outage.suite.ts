import { expect, test } from 'vitest';
import { peopleApi } from '../../support/people-api.ts';
import { newTokens } from '../../support/sign-in-browser.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy, userPoolProxy } = await useSharedFaultyPortal();
const { person, people, invite, invited, change, logged } = peopleApi(portal);

/** Makes every call of an operation fail from now on. */
const failing = (operation: string, fault: 'throttle' | 'error' | 'dropBefore' | 'dropAfter' = 'throttle') =>
  userPoolProxy.inject((_, call) => (call.operation === operation ? fault : 'none'));

test.each(['error', 'dropBefore', 'dropAfter'] as const)(
  'a user pool that fails by %s once is asked again',
  async (fault) => {
    const made = await invited();
    userPoolProxy.inject((call) => (call % 4 === 1 ? fault : 'none'));
    expect((await change(made, 'role', { role: 'editor' })).status).toBe(200);
    userPoolProxy.heal();
    expect(await person(made.name)).toMatchObject({ role: 'editor', unfinished: null });
  },
);

test.each(['throttle', 'error', 'dropAfter'] as const)(
  'one that fails by %s halfway: says what was done, logs it, and the same request finishes it',
  async (fault) => {
    const made = await invited('admin');
    failing('AdminRemoveUserFromGroup', fault);
    const failed = await change(made, 'role', { role: 'author' });
    expect([failed.status, failed.body.detail]).toEqual([
      409,
      expect.stringContaining('đã thêm vai trò người viết'),
    ]);
    userPoolProxy.heal();
    const halfway = await person(made.name);
    expect(halfway.unfinished).toMatchObject({
      action: 'change-role',
      role: 'author',
      by: 'admin',
      done: ['đã thêm vai trò người viết'],
    });
    const finished = await change(halfway, 'role', { role: 'author' });
    expect([finished.status, finished.body]).toEqual([
      200,
      expect.objectContaining({ role: 'author', unfinished: null }),
    ]);
    const done = await logged(made.name);
    expect(done.slice(2, 4)).toEqual([
      'admin: begin-change-role (người viết)',
      'admin: fail-change-role (đã thêm vai trò người viết)',
    ]);
    expect(done.at(-1)).toMatch(/^admin: change-role \(.*đã kết thúc các phiên làm việc\)$/);
  },
);

test('an invitation whose role failed is finished by the same invitation, with one account', async () => {
  const fields = { fullName: 'Đỗ Thị Sáu', email: 'sau@hacvan.example', role: 'editor' };
  failing('AdminAddUserToGroup', 'error');
  expect((await invite(fields)).status).toBe(409);
  userPoolProxy.heal();
  expect(await person('sau.do')).toMatchObject({
    role: null,
    unfinished: { action: 'invite', role: 'editor' },
  });
  const again = await invite(fields);
  expect([again.status, again.body]).toEqual([
    201,
    expect.objectContaining({ name: 'sau.do', role: 'editor', unfinished: null }),
  ]);
  const own = (await people()).filter(({ email }) => email === fields.email);
  expect(own).toHaveLength(1);
});

test.each([
  ['one reply', 1, [201]],
  ['every reply', 3, [409, 201]],
])('an invitation that loses %s makes one account', async (_, lost, statuses) => {
  const fields = { fullName: 'Đỗ Thị Bảy', email: `bay${lost}@hacvan.example`, role: 'author' };
  let creations = 0;
  userPoolProxy.inject((_, { operation }) => {
    if (operation !== 'AdminCreateUser') return 'none';
    creations += 1;
    return creations <= lost ? 'dropAfter' : 'none';
  });
  for (const status of statuses) expect((await invite(fields)).status).toBe(status);
  const own = (await people()).filter(({ email }) => email === fields.email);
  expect(own).toEqual([expect.objectContaining({ role: 'author', unfinished: null })]);
});

test('a pool that does not answer is a 503, and changes nothing', async () => {
  const made = await invited();
  failing('AdminGetUser', 'error');
  const refused = await change(made, 'disable');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  userPoolProxy.heal();
  expect(await person(made.name)).toEqual(made);
  expect(await logged(made.name)).toHaveLength(2);
});

test('a function that ends in the middle leaves what it began, and others wait for its lock to expire', async () => {
  const made = await invited();
  const other = await invited();
  const held = userPoolProxy.inject((_, { operation }) =>
    operation === 'AdminUserGlobalSignOut' ? 'holdBefore' : 'none',
  );
  const answer = change(made, 'disable');
  await held;
  portal.functions.people.crash();
  expect((await answer).status).toBeGreaterThanOrEqual(500);
  userPoolProxy.heal();
  const halfway = await person(made.name);
  expect(halfway).toMatchObject({ isEnabled: false, unfinished: { action: 'disable', done: [] } });
  const refused = await change(other, 'disable');
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('sau một phút')]);
  portal.setClock(new Date(Date.now() + 61_000));
  try {
    const finished = await change(halfway, 'disable');
    expect(finished.body).toMatchObject({ isEnabled: false, unfinished: null });
  } finally {
    portal.setClock(null);
  }
});

test('a table that fails after the change says that it is not finished', async () => {
  const made = await invited();
  let writes = 0;
  proxy.inject((_, { operation }) => {
    if (operation !== 'TransactWriteItems') return 'none';
    writes += 1;
    return writes > 1 ? 'dropBefore' : 'none';
  });
  const failed = await change(made, 'disable');
  expect(failed.status).toBe(409);
  proxy.heal();
  portal.setClock(new Date(Date.now() + 61_000));
  try {
    const halfway = await person(made.name);
    expect(halfway).toMatchObject({ isEnabled: false, unfinished: { action: 'disable' } });
    expect((await change(halfway, 'disable')).body.unfinished).toBeNull();
  } finally {
    portal.setClock(null);
  }
});

test('a sign-in does not fail with the table', async () => {
  const made = await invited();
  proxy.inject(() => 'throttle');
  const tokens = await newTokens(portal.signer, `${portal.url}/quan-tri/`, made.name);
  proxy.heal();
  expect(tokens.access_token).toBeTruthy();
  expect(await person(made.name)).toMatchObject({ status: 'active', lastSignInAt: null });
});
