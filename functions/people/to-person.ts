import type { AccountItem } from '../../shared/people/account-store.ts';
import { invitationDays } from '../../shared/people/invitation.ts';
import type { Person } from '../../shared/people/person.ts';
import { type PoolAccount, widestRole } from '../../shared/people/pool-account.ts';

const dayMs = 86_400_000;

/** An account as admins see it: what the user pool has, with what the table knows. */
export const toPerson = (account: PoolAccount, item: AccountItem): Person => {
  const { name, fullName, email, isEnabled, isInvited, createdAt } = account;
  const invitedAt = item.invitedAt === null ? createdAt : new Date(item.invitedAt);
  return {
    name,
    fullName,
    email,
    role: widestRole(account),
    isEnabled,
    status: isInvited ? 'invited' : 'active',
    invitationEndsAt: isInvited ? new Date(invitedAt.getTime() + invitationDays * dayMs).toISOString() : null,
    lastSignInAt: item.lastSignInAt,
    unfinished: item.unfinished,
    version: item.version,
  };
};
