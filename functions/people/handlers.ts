import { invalidField, PortalError } from '../../shared/errors.ts';
import { type Actor, actorOf, assertAdmin } from '../../shared/http/actor.ts';
import { decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { jsonReply, noStore, versionEtag } from '../../shared/http/reply.ts';
import { ifMatch, parseBody, parsePath, parseQuery } from '../../shared/http/request.ts';
import { accountNamesFor, foldedAccountName } from '../../shared/people/account-name.ts';
import { type AccountItem, parseAccountItem } from '../../shared/people/account-store.ts';
import { peopleReply, personReply } from '../../shared/people/person.ts';
import type { PoolAccount } from '../../shared/people/pool-account.ts';
import {
  accountName,
  type InviteRequest,
  inviteRequest,
  peopleQuery,
  roleRequest,
} from '../../shared/people/requests.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { assertAllowed, type Change } from './change.ts';
import { type Dependencies as ChangeDependencies, changeAccount, type Found } from './change-account.ts';
import { toPerson } from './to-person.ts';
import type { UserPoolStore } from './user-pool-store.ts';

type Dependencies = ChangeDependencies & { pool: UserPoolStore };

/** What Cognito's tokens of pages are made of. */
const poolPosition = /^\S+$/;

/** The accounts of the staff, for admins. Every change names in `If-Match` the version that the admin has seen. */
export const peopleHandlers = (dependencies: Dependencies): Handlers<RouteKey<'people'>> => {
  const { pool, people } = dependencies;
  const change = changeAccount(dependencies);

  const personOf = async (name: string) => {
    const [account, item] = await Promise.all([pool.find(name), people.account(name)]);
    if (!account) throw notFound();
    return toPerson(account, item ?? parseAccountItem({}));
  };
  const personAnswer = async (status: 200 | 201, name: string) => {
    const person = await personOf(name);
    return jsonReply(status, personReply, person, { ...noStore, ...versionEtag(person.version) });
  };

  const adminOf = (event: HttpEvent): Actor => {
    const actor = actorOf(event);
    assertAdmin(actor);
    return actor;
  };

  /** Changes the account in the path. */
  const changeNamed = async (event: HttpEvent, actor: Actor, asked: Change) => {
    const path = parsePath(event, 'name', accountName);
    const seen = ifMatch(event);
    const name = await change(actor, asked, async () => {
      const account = await pool.find(path);
      if (!account) throw notFound();
      const item = (await people.account(account.name)) ?? parseAccountItem({});
      assertAllowed(asked, actor.name, account);
      if (item.version !== seen) throw stale(item.version);
      return found(account, item);
    });
    return personAnswer(200, name);
  };

  const takes =
    (action: Exclude<Change, { role: unknown }>['action']) =>
    async (event: HttpEvent): Promise<HttpReply> =>
      changeNamed(event, adminOf(event), { action });

  /** The account of an invitation that was begun before, or a name for a new one. Throws `invalid_fields`. */
  const findForInvitation = async ({ fullName, email, name }: InviteRequest): Promise<Found> => {
    const all = await pool.listAll();
    const taken = new Set(all.map((account) => foldedAccountName(account.name)));
    const sameEmail = all.find((account) => account.email.toLowerCase() === email);
    if (sameEmail) {
      const item = await people.account(sameEmail.name);
      if (item?.unfinished?.action === 'invite') return found(sameEmail, item);
      throw invalidField('email', `Địa chỉ này là của tài khoản ${sameEmail.name}`);
    }
    const isFreeName = async (candidate: string) =>
      !taken.has(foldedAccountName(candidate)) && mayBeGiven(await people.account(candidate));
    const toFound = async (candidate: string): Promise<Found> => {
      const { version, unfinished } = (await people.account(candidate)) ?? parseAccountItem({});
      return { name: candidate, fullName, account: null, version, unfinished };
    };
    if (name !== undefined) {
      if (await isFreeName(name)) return toFound(name);
      throw invalidField('name', 'Tên đăng nhập này đã có người dùng, hoặc đã từng có');
    }
    for (const candidate of accountNamesFor(fullName)) {
      if (await isFreeName(candidate)) return toFound(candidate);
    }
    throw new PortalError('internal', 'No name is left');
  };

  return {
    'GET /api/admin/people': async (event) => {
      adminOf(event);
      const { limit, cursor } = parseQuery(event, peopleQuery);
      const token = decodeCursor('people', cursor, poolPosition);
      const { accounts, next } = await pool.list({ limit, token });
      const items = await people.accounts(accounts.map(({ name }) => name));
      return jsonReply(200, peopleReply, {
        items: accounts.map((account, index) => toPerson(account, items[index] ?? parseAccountItem({}))),
        next: next && encodeCursor('people', next),
      });
    },

    'POST /api/admin/people': async (event) => {
      const actor = adminOf(event);
      const request = parseBody(event, inviteRequest);
      const { fullName, email, role } = request;
      const asked: Change = { action: 'invite', fullName, email, role };
      return personAnswer(201, await change(actor, asked, () => findForInvitation(request)));
    },

    'PUT /api/admin/people/{name}/role': async (event) => {
      const actor = adminOf(event);
      return changeNamed(event, actor, { action: 'change-role', ...parseBody(event, roleRequest) });
    },
    'POST /api/admin/people/{name}/disable': takes('disable'),
    'POST /api/admin/people/{name}/enable': takes('enable'),
    'POST /api/admin/people/{name}/reset-second-factor': takes('reset-second-factor'),
    'POST /api/admin/people/{name}/resend-invitation': takes('resend-invitation'),
  };
};

const found = (account: PoolAccount, { version, unfinished }: AccountItem): Found => ({
  name: account.name,
  fullName: account.fullName,
  account,
  version,
  unfinished,
});

/** A name that was given once is never given again, unless the account was never made. */
const mayBeGiven = (item: AccountItem | null) =>
  item === null || (item.unfinished?.action === 'invite' && item.lastSignInAt === null);

const notFound = () => new PortalError('not_found', 'Không có tài khoản này.');

const stale = (version: number) =>
  new PortalError('stale_version', 'Người khác vừa thay đổi tài khoản này. Hãy xem lại rồi làm tiếp.', {
    extra: { version },
  });
