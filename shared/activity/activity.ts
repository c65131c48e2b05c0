import * as z from 'zod/mini';
import { type Actor, role } from '../http/actor.ts';
import { instant } from '../time/instant.ts';

/** The kind of thing that was changed. */
export const subjectKind = z.enum([
  'article',
  'image',
  'settings',
  'category',
  'tag',
  'person',
  'opening-balance',
]);

/** An entry of the activity log. Entries are added and never changed. */
export const activity = z.object({
  /** Unique within its instant. */
  id: z.string(),
  at: instant,
  by: z.string(),
  role,
  action: z.string(),
  subject: z.object({ kind: subjectKind, id: z.string() }),
  /** The title of the subject at that time. */
  title: z.string(),
  /** The version that the change made, where there are versions. */
  version: z.nullable(z.int()),
  note: z.string(),
});
export type Activity = z.infer<typeof activity>;

/** Makes an entry about what the actor does now. */
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
