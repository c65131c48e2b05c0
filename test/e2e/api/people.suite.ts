import { describe, expect, test } from 'vitest';
import { peopleApi } from '../../support/people-api.ts';
import { newTokens, postForm, type Tokens } from '../../support/sign-in-browser.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as } = staffApi(portal);
const { people, person, callAs, invite, invited, change, logged } = peopleApi(portal);
const consoleUrl = `${portal.url}/quan-tri/`;
const signIn = (name: string) => newTokens(portal.signer, consoleUrl, name);
const refresh = async ({ refresh_token }: Tokens) =>
  (await (
    await postForm(portal.signer, 'token', { grant_type: 'refresh_token', refresh_token })
  ).json()) as Tokens;

describe('an invitation', () => {
  test('makes a name of the full name, whose role begins with the first sign-in', async () => {
    const made = await invite({
      fullName: '  Trần Thị   Lan ',
      email: ' Lan.Tran@HacVan.example ',
      role: 'editor',
    });
    expect([made.status, made.headers.get('etag'), made.body]).toEqual([
      201,
      '"1"',
      expect.objectContaining({
        name: 'lan.tran',
        fullName: 'Trần Thị Lan',
        email: 'lan.tran@hacvan.example',
        role: 'editor',
        isEnabled: true,
        status: 'invited',
        lastSignInAt: null,
        unfinished: null,
      }),
    ]);
    const daysLeft = (Date.parse(String(made.body.invitationEndsAt)) - Date.now()) / 86_400_000;
    expect(daysLeft).toBeGreaterThan(2.9);
    expect(daysLeft).toBeLessThanOrEqual(3);

    const { access_token } = await signIn('lan.tran');
    expect((await callAs(access_token, '/articles', { method: 'GET' })).status).toBe(200);
    const after = await person('lan.tran');
    expect(after).toMatchObject({ status: 'active', invitationEndsAt: null });
    expect(Date.now() - Date.parse(String(after.lastSignInAt))).toBeLessThan(60_000);
    expect(await logged('lan.tran')).toEqual([
      'admin: begin-invite (biên tập viên)',
      'admin: invite (đã tạo tài khoản và gửi thư mời, đã thêm vai trò biên tập viên)',
    ]);
  });

  test('gives names apart to people whose names differ by accents or case alone', async () => {
    const names = [];
    for (const [index, fullName] of ['Võ Thị Yến', 'VÕ THỊ YẾN', 'Vo Thi Yen'].entries()) {
      names.push((await invite({ fullName, email: `yen${index}@hacvan.example` })).body.name);
    }
    expect(names).toEqual(['yen.vo', 'yen.vo2', 'yen.vo3']);
  });

  test.each([
    ['a taken name', { name: 'admin' }, 'name'],
    ['a taken name with a dot', { name: 'ad.min' }, 'name'],
    ['a name with accents', { name: 'lân.trần' }, 'name'],
    ['a name in capitals', { name: 'LanTran' }, 'name'],
    ['a short name', { name: 'la' }, 'name'],
    ['an address without an at sign', { email: 'lan.hacvan.example' }, 'email'],
    ['an address without a domain', { email: 'lan@hacvan' }, 'email'],
    ['an address with accents', { email: 'lân@hacvan.example' }, 'email'],
    ['two addresses', { email: 'a@hacvan.example,b@hacvan.example' }, 'email'],
    ['an address with a header', { email: 'a@hacvan.example\r\nBcc: b@hacvan.example' }, 'email'],
    ['the address of another person', { email: 'EDITOR@hacvan.example' }, 'email'],
    ['no full name', { fullName: ' ' }, 'fullName'],
    ['an unknown role', { role: 'root' }, 'role'],
    ['an unknown field', { password: 'x' }, 'password'],
  ])('refuses %s', async (_, fields, field) => {
    const refused = await invite({ fullName: 'Lê Văn Tám', email: 'tam@hacvan.example', ...fields });
    expect([refused.status, refused.body.errors?.map((error) => error.field)]).toEqual([422, [field]]);
  });

  test('is sent again until the person has signed in', async () => {
    const made = await invited();
    const again = await change(made, 'resend-invitation');
    expect([again.status, again.body.version]).toEqual([200, 2]);
    await signIn(made.name);
    const late = await change(await person(made.name), 'resend-invitation');
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('không cần thư mời')]);
  });
});

describe('the list', () => {
  test('comes in pages, each account once', async () => {
    await invited();
    const names: string[] = [];
    let cursor = '';
    do {
      const query = `?limit=2${cursor && `&cursor=${cursor}`}`;
      const page = await as.admin<{ items: { name: string }[]; next: string | null }>(`/people${query}`);
      names.push(...page.body.items.map(({ name }) => name));
      cursor = page.body.next ?? '';
    } while (cursor !== '');
    expect(names.length).toBe(new Set(names).size);
    expect(names).toEqual(expect.arrayContaining(['author', 'editor', 'admin']));
  });

  test.each(['?limit=61', '?limit=0', '?cursor=x', '?cursor=WyJwZW9wbGUiLCJ4Il0'])(
    'refuses %s',
    async (query) => {
      expect([400, 422]).toContain((await as.admin(`/people${query}`)).status);
    },
  );
});

test.each(['author', 'editor', 'nobody'] as const)('is for admins, not for %s', async (account) => {
  const made = await invited();
  const answers = [
    await as[account]('/people'),
    await as[account]('/people', {
      method: 'POST',
      body: { fullName: 'Lê Văn Tám', email: 'tam@hacvan.example', role: 'admin' },
    }),
    await as[account](`/people/${made.name}/role`, { method: 'PUT', ifMatch: 1, body: { role: 'admin' } }),
    ...(await Promise.all(
      ['disable', 'enable', 'resend-invitation', 'reset-second-factor'].map((path) =>
        as[account](`/people/${made.name}/${path}`, { method: 'POST', ifMatch: 1 }),
      ),
    )),
  ];
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([account === 'nobody' ? 401 : 403]));
  expect(await person(made.name)).toEqual(made);
});

describe('a change', () => {
  test('of the role: a narrower one ends the sessions, a wider one does not', async () => {
    const made = await invited('editor');
    const tokens = await signIn(made.name);
    const wider = await change(await person(made.name), 'role', { role: 'admin' });
    expect([wider.status, wider.body.role]).toEqual([200, 'admin']);
    const refreshed = await refresh(tokens);
    expect((await callAs(refreshed.access_token, '/people', { method: 'GET' })).status).toBe(200);

    const narrower = await change(wider.body, 'role', { role: 'author' });
    expect([narrower.status, narrower.body.role]).toEqual([200, 'author']);
    expect(await refresh(refreshed)).toMatchObject({ error: 'invalid_grant' });
    expect((await callAs((await signIn(made.name)).access_token, '/people', { method: 'GET' })).status).toBe(
      403,
    );
    expect((await logged(made.name)).slice(-2)).toEqual([
      'admin: begin-change-role (người viết)',
      'admin: change-role (đã thêm vai trò người viết, đã bỏ vai trò quản trị viên, đã kết thúc các phiên làm việc)',
    ]);
  });

  test('to what is so already does nothing and logs nothing', async () => {
    const made = await invited('editor');
    const before = await logged(made.name);
    const same = await change(made, 'role', { role: 'editor' });
    expect([same.status, same.body]).toEqual([200, made]);
    expect((await change(made, 'enable')).status).toBe(200);
    expect(await logged(made.name)).toEqual(before);
  });

  test('disables: no sign-in, no new token; enabling undoes it', async () => {
    const made = await invited();
    const tokens = await signIn(made.name);
    const disabled = await change(await person(made.name), 'disable');
    expect([disabled.status, disabled.body.isEnabled]).toEqual([200, false]);
    expect(await refresh(tokens)).toMatchObject({ error: 'invalid_grant' });
    await expect(signIn(made.name)).rejects.toThrow();
    expect((await change(disabled.body, 'enable')).body.isEnabled).toBe(true);
    expect((await signIn(made.name)).access_token).toBeTruthy();
  });

  test('removes a second factor of a person who has signed in, and ends the sessions', async () => {
    const made = await invited();
    expect((await change(made, 'reset-second-factor')).status).toBe(409);
    const tokens = await signIn(made.name);
    expect((await change(await person(made.name), 'reset-second-factor')).status).toBe(200);
    expect(await refresh(tokens)).toMatchObject({ error: 'invalid_grant' });
  });

  test('names the version that was seen', async () => {
    const made = await invited();
    const path = `/people/${made.name}/disable`;
    expect((await as.admin(path, { method: 'POST' })).status).toBe(428);
    const stale = await as.admin(path, { method: 'POST', ifMatch: 0 });
    expect([stale.status, stale.body.version]).toEqual([412, 1]);
    expect((await person(made.name)).isEnabled).toBe(true);
  });

  test.each(['khong.co', 'a b', 'x'.repeat(129)])('of nobody is a 404: %s', async (name) => {
    const path = `/people/${encodeURIComponent(name)}/disable`;
    expect((await as.admin(path, { method: 'POST', ifMatch: 0 })).status).toBe(404);
  });
});

describe('admins', () => {
  test('cannot demote or disable themselves, by whatever name', async () => {
    const { version } = await person('admin');
    const { sub } = JSON.parse(
      Buffer.from((await portal.token('admin')).split('.')[1] ?? '', 'base64url').toString(),
    );
    for (const name of ['admin', 'ADMIN', sub]) {
      const answers = [
        await as.admin(`/people/${name}/disable`, { method: 'POST', ifMatch: version }),
        await as.admin(`/people/${name}/reset-second-factor`, { method: 'POST', ifMatch: version }),
        await as.admin(`/people/${name}/role`, {
          method: 'PUT',
          ifMatch: version,
          body: { role: 'author' },
        }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([409, 409, 409]);
      expect(answers[0]?.body.detail).toContain('Không thể tự khóa');
    }
    expect(await person('admin')).toMatchObject({ role: 'admin', isEnabled: true });
  });

  test('who demote each other at once: one of them remains', async () => {
    const pair = [await invited('admin'), await invited('admin')] as const;
    const tokens = await Promise.all(pair.map(({ name }) => portal.token(name)));
    const demote = (by: number, of: 0 | 1) =>
      callAs(tokens[by] ?? '', `/people/${pair[of].name}/role`, {
        method: 'PUT',
        ifMatch: 1,
        body: { role: 'author' },
      });
    const answers = await Promise.all([demote(0, 1), demote(1, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const rolesAfter = await Promise.all(pair.map(async ({ name }) => (await person(name)).role));
    expect(rolesAfter.sort()).toEqual(['admin', 'author']);
  });

  test('who were disabled change nothing with the token that they still have', async () => {
    const former = await invited('admin');
    const token = await portal.token(former.name);
    await change(former, 'disable');
    const victim = await invited();
    const refused = await callAs(token, `/people/${victim.name}/disable`, { ifMatch: victim.version });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('không còn quyền')]);
  });

  test('who change the same account at once: one is told, nothing is lost', async () => {
    const made = await invited();
    const answers = await Promise.all([change(made, 'role', { role: 'editor' }), change(made, 'disable')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const isDisabled = answers[1]?.status === 200;
    expect(await person(made.name)).toMatchObject({
      isEnabled: !isDisabled,
      role: isDisabled ? 'author' : 'editor',
      version: 2,
    });
  });

  test('who change different accounts at once: all is done, one after the other', async () => {
    const made = [await invited(), await invited(), await invited()];
    const answers = await Promise.all(made.map((one) => change(one, 'disable')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const names = new Set(made.map(({ name }) => name));
    const after = (await people()).filter(({ name }) => names.has(name));
    expect(after.map(({ isEnabled }) => isEnabled)).toEqual([false, false, false]);
  });
});
