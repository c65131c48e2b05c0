import * as z from 'zod/mini';
import { type Actor, role } from '../http/actor.ts';

/** What something was done to: an article, an image, the settings of the site, one of its categories. */
const subjectKind = z.enum(['article', 'image', 'settings', 'category']);

/** One thing that somebody did. Entries are added and never changed. */
export const activity = z.object({
  /** Of this entry, within its instant. */
  id: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  role,
  action: z.string(),
  subject: z.object({ kind: subjectKind, id: z.string() }),
  /** What it was called then. */
  title: z.string(),
  /** The version that it made, where there are versions. */
  version: z.nullable(z.int()),
  note: z.string(),
});
export type Activity = z.infer<typeof activity>;

/** An entry about what somebody does at a moment. */
export const newActivity = (
  { actor, now, newId }: { actor: Actor; now: Date; newId: () => string },
  done: Pick<Activity, 'action' | 'subject' | 'title'> & Partial<Pick<Activity, 'version' | 'note'>>,
): Activity => ({
  id: newId(),
  at: now.toISOString(),
  by: actor.name,
  role: actor.role,
  version: null,
  note: '',
  ...done,
});
