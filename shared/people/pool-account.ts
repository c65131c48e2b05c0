import { type Role, roles } from '../http/actor.ts';

/** An account as the user pool has it. */
export type PoolAccount = {
  name: string;
  fullName: string;
  email: string;
  isEnabled: boolean;
  /** The person has not yet chosen a password. */
  isInvited: boolean;
  createdAt: Date;
  /** The roles whose groups the account is in. */
  roles: readonly Role[];
};

/** The widest of an account's roles, which counts. */
export const widestRole = ({ roles: held }: Pick<PoolAccount, 'roles'>): Role | null =>
  roles.find((role) => held.includes(role)) ?? null;
