import * as z from 'zod/mini';
import { role } from '../http/actor.ts';
import { listOf } from '../http/reply.ts';
import { instant } from '../time/instant.ts';
import { changeAction } from './change.ts';

/** A change that was begun and not reported as finished; repeating it finishes it. */
export const unfinishedChange = z.object({
  action: changeAction,
  /** The role that it gives. */
  role: z.nullable(role),
  by: z.string(),
  at: instant,
  /** What was done, in words for people. */
  done: z.array(z.string()),
});
export type UnfinishedChange = z.infer<typeof unfinishedChange>;

/** An account of the staff, as admins see it. */
export const personReply = z.object({
  /** The name of the account: it never changes and is never given to another person. */
  name: z.string(),
  fullName: z.string(),
  email: z.string(),
  /** The widest of the account's roles; null for an account that may do nothing. */
  role: z.nullable(role),
  isEnabled: z.boolean(),
  /** `invited` until the person has chosen a password. */
  status: z.enum(['active', 'invited']),
  /** When the temporary password of an invitation expires; null for a person who is active. */
  invitationEndsAt: z.nullable(instant),
  /** Null when no sign-in was recorded. */
  lastSignInAt: z.nullable(instant),
  unfinished: z.nullable(unfinishedChange),
  /** For `If-Match`: the number of changes so far. */
  version: z.int(),
});
export type Person = z.infer<typeof personReply>;

export const peopleReply = listOf(personReply);
