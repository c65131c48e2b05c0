import type { PoolAccount } from '../../shared/people/pool-account.ts';

/** An enabled account of an author, with some fields of its own. */
export const poolAccount = (name: string, fields: Partial<PoolAccount> = {}): PoolAccount => ({
  name,
  fullName: `Họ tên ${name}`,
  email: `${name}@hacvan.example`,
  isEnabled: true,
  isInvited: false,
  createdAt: new Date(0),
  roles: ['author'],
  ...fields,
});
