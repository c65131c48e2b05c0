import type { Role } from '../../shared/http/actor.ts';

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

/** One call that changes the user pool. Each may be repeated. */
export type PoolStep =
  | { kind: 'create'; fullName: string; email: string }
  | { kind: 'resend-invitation' }
  | { kind: 'add-role'; role: Role }
  | { kind: 'remove-role'; role: Role }
  | { kind: 'disable' }
  | { kind: 'enable' }
  | { kind: 'sign-out' }
  | { kind: 'delete-second-factor' };
