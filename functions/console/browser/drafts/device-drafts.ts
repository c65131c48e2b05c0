import { del, entries, promisifyRequest, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import type { ArticleContent } from '../../../../shared/articles/content.ts';

/** Longer than anybody is away; older drafts are removed. */
const keptDays = 30;

/** Any content of the form, also one that the server would refuse. */
const content: z.ZodMiniType<ArticleContent> = z.object({
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
});

const draftRecord = z.object({
  articleId: z.string(),
  /** ISO 8601, of this device's clock. */
  keptAt: z.iso.datetime(),
  /** What the draft was typed on; null if the server had no such article. */
  base: z.nullable(z.object({ version: z.int(), content })),
  /** What was sent to the server without an answer so far. */
  sent: z.nullable(content),
  content,
});
export type DraftRecord = z.infer<typeof draftRecord>;
/** What can be read of a record in another form. */
const otherRecord = z.object({
  articleId: z.catch(z.nullable(z.string()), null),
  keptAt: z.catch(z.nullable(z.iso.datetime()), null),
});

/** A draft on this device: read, or in a form that this program does not know, with its words for people to copy. */
export type FoundDraft = { draftId: string } & (
  | ({ isReadable: true } & DraftRecord)
  | ({ isReadable: false; text: string } & z.infer<typeof otherRecord>)
);

/**
 * Drafts that the server does not have, in IndexedDB. A database belongs to one origin, and each portal has its own. A key is the
 * user name and the draft's id, so that another person who signs in on the same device is not offered the draft. That does not
 * encrypt it: whoever may use the browser's developer tools can read it.
 *
 * `keep` and `remove` reject with the browser's error: `QuotaExceededError`, or another one where storage is forbidden.
 * https://developer.mozilla.org/docs/Web/API/IndexedDB_API/Using_IndexedDB
 */
export const deviceDrafts = (store: UseStore, user: string) => ({
  /** Writes the record of one draft, over its earlier one. */
  keep: async (draftId: string, record: DraftRecord): Promise<void> =>
    store('readwrite', (objects) => {
      objects.put(record, [user, draftId]);
      const written = promisifyRequest(objects.transaction);
      // A page that is being left may not live until the transaction commits by itself.
      objects.transaction.commit();
      return written;
    }),

  remove: async (draftId: string): Promise<void> => del([user, draftId], store),

  /** The person's drafts, newest first. Removes those that are older than 30 days. Rejects where storage is forbidden. */
  async list(now: Date): Promise<FoundDraft[]> {
    const oldest = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
    const all = await entries<IDBValidKey, unknown>(store);
    const own = all.flatMap(([key, value]) =>
      Array.isArray(key) && key[0] === user ? [toFoundDraft(String(key[1]), value)] : [],
    );
    const isOld = ({ keptAt }: FoundDraft) => keptAt !== null && keptAt < oldest;
    for (const { draftId } of own.filter(isOld)) await del([user, draftId], store);
    return own
      .filter((draft) => !isOld(draft))
      .sort((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''));
  },
});
export type DeviceDrafts = ReturnType<typeof deviceDrafts>;

const toFoundDraft = (draftId: string, value: unknown): FoundDraft => {
  const record = draftRecord.safeParse(value);
  if (record.success) return { draftId, isReadable: true, ...record.data };
  const other = otherRecord.safeParse(value);
  const known = other.success ? other.data : { articleId: null, keptAt: null };
  return { draftId, isReadable: false, ...known, text: textsIn(value).join('\n\n') };
};

/** Every text in a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Why a device keeps nothing, from what `keep` rejected with. */
export const deviceProblemOf = (error: unknown): 'full' | 'forbidden' =>
  error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
