import * as z from 'zod/mini';

/** What an admin does with an account. They are the actions of the activity log, each with `begin-` before and `fail-` instead. */
export const changeAction = z.enum([
  'invite',
  'resend-invitation',
  'change-role',
  'disable',
  'enable',
  'reset-second-factor',
]);
export type ChangeAction = z.infer<typeof changeAction>;
