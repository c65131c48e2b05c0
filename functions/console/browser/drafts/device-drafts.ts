import { del, entries, promisifyRequest, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import type { ArticleContent } from '../../../../shared/articles/content.ts';

/** Kept longer than anybody is away; then removed. */
const keptDays = 30;

/** Any content of the form, also one that the server would refuse. */
const content = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  category: z.string(),
  tags: z.array(z.string()),
  author: z.string(),
  source: z.string(),
  cover: z.nullable(z.string()),
  gallery: z.array(z.object({ image: z.string(), caption: z.string() })),
  oldUrls: z.array(z.string()),
}) satisfies z.ZodMiniType<ArticleContent>;

const record = z.object({
  articleId: z.string(),
  /** ISO 8601, of this device's clock. */
  keptAt: z.iso.datetime(),
  /** What the draft was typed on; null if the server had no such article. */
  base: z.nullable(z.object({ version: z.int(), content })),
  content,
});
export type DraftRecord = z.infer<typeof record>;

/** A draft on this device: read, or of a form that this program does not know, with its words for people to copy. */
export type FoundDraft = { key: string } & (
  | ({ isReadable: true } & DraftRecord)
  | { isReadable: false; keptAt: string | null; text: string }
);

/**
 * Drafts that the server does not have, in IndexedDB. A database is of one origin, and a portal has an origin of its own; a key begins
 * with the name of the person who signed in, so that another person on the same device is not offered the draft. That hides
 * it and does not encrypt it: who can use the browser's tools on the device can read it.
 *
 * `keep` and `remove` reject with the browser's error: `QuotaExceededError`, or another one where storage is forbidden.
 * https://developer.mozilla.org/docs/Web/API/IndexedDB_API/Using_IndexedDB
 */
export const deviceDrafts = (store: UseStore, user: string) => {
  const keyOf = (draftId: string) => `${user}/${draftId}`;
  return {
    keyOf,

    /** Writes the record of one draft, over its earlier one. */
    keep: (draftId: string, draft: DraftRecord): Promise<void> =>
      store('readwrite', (objects) => {
        objects.put(draft, keyOf(draftId));
        const written = promisifyRequest(objects.transaction);
        // A page that is being left may not live until the transaction commits by itself.
        objects.transaction.commit();
        return written;
      }),

    remove: (key: string): Promise<void> => del(key, store),

    /** The person's drafts, newest first. Those that are older than 30 days are removed. Empty where storage is forbidden. */
    async list(now: Date): Promise<FoundDraft[]> {
      const oldest = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
      const own = (await entries<string, unknown>(store).catch(() => []))
        .filter(([key]) => String(key).startsWith(`${user}/`))
        .map(([key, value]) => toFoundDraft(key, value));
      const isOld = ({ keptAt }: FoundDraft) => keptAt !== null && keptAt < oldest;
      for (const { key } of own.filter(isOld)) await del(key, store).catch(() => undefined);
      return own
        .filter((found) => !isOld(found))
        .toSorted((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''));
    },
  };
};
export type DeviceDrafts = ReturnType<typeof deviceDrafts>;

const toFoundDraft = (key: string, value: unknown): FoundDraft => {
  const parsed = record.safeParse(value);
  if (parsed.success) return { key, isReadable: true, ...parsed.data };
  const at = z.object({ keptAt: z.iso.datetime() }).safeParse(value);
  return { key, isReadable: false, keptAt: at.success ? at.data.keptAt : null, text: textsIn(value).join('\n\n') };
};

/** Every text in a value, however it is nested. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

/** Why a device keeps nothing. */
export const deviceProblemOf = (error: unknown): 'full' | 'forbidden' =>
  error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
