import * as z from 'zod/mini';
import { role } from '../http/actor.ts';
import { listOf } from '../http/reply.ts';
import { pageQuery } from '../http/request.ts';
import { instant } from '../time/instant.ts';

/** One saved state of the settings, whole, with who made it, in which role, when and by what. */
export const settingsRevision = z.object({
  version: z.int(),
  action: z.string(),
  at: instant,
  by: z.string(),
  role,
  note: z.string(),
  /** As they were saved: the rules of today may refuse them, which a restore says at the field. */
  settings: z.record(z.string(), z.unknown()),
});
export type SettingsRevision = z.infer<typeof settingsRevision>;

export const settingsRevisionListReply = listOf(settingsRevision);
export const settingsRevisionsQuery = z.strictObject(pageQuery);
/** The number of a revision in a path. */
export const settingsVersion = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,7}$/)), z.transform(Number));
