import type { Role } from '../../shared/http/actor.ts';

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
