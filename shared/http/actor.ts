import * as z from 'zod/mini';
import { PortalError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

/** Roles of the staff, from the widest to the narrowest: each includes those after it. */
export const roles = ['admin', 'editor', 'author'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** The caller, by the user name of the pool, which never changes and is never reused. */
export type Actor = { name: string; role: Role };

/**
 * An HTTP API passes an array claim as one text, its items unquoted: `[author editor]`, `[author]`. Names of Cognito groups have no white
 * space, so the items are what is between it; any other text is no array, and a name with brackets or commas is no role.
 * https://github.com/floci-io/floci/pull/2011 (measured),
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html
 */
const arrayClaim = /^\[.*\]$/;
const claims = z.object({ username: z.string(), 'cognito:groups': z.string().check(z.regex(arrayClaim)) });

/** The caller, from claims that the authorizer has verified. Throws `forbidden` for a user in no group of the staff. */
export const actorOf = (event: HttpEvent): Actor => {
  const parsed = claims.safeParse(event.requestContext.authorizer?.jwt.claims);
  const groups = parsed.success ? parsed.data['cognito:groups'].slice(1, -1).split(' ') : [];
  const widest = roles.find((candidate) => groups.includes(candidate));
  if (!parsed.success || !widest) {
    throw new PortalError('forbidden', 'Tài khoản chưa được phân quyền trong ban biên tập.');
  }
  return { name: parsed.data.username, role: widest };
};

/** Throws `forbidden` for an author. */
export const assertEditor = (actor: Actor) => {
  if (actor.role === 'author') throw new PortalError('forbidden', 'Chỉ biên tập viên mới xem được.');
};

/** Throws `forbidden` for anyone but an admin. */
export const assertAdmin = (actor: Actor) => {
  if (actor.role !== 'admin') throw new PortalError('forbidden', 'Chỉ quản trị viên mới làm được việc này.');
};
