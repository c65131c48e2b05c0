import { createHash } from 'node:crypto';
import { siteTag } from '../../shared/edge/cache-tags.ts';
import { changedTags, type ItemChange } from './changed-tags.ts';

/** One record of the stream: its id, what changed, and the record as it came. */
export type StreamRecord = { id: string; change: () => ItemChange; raw: unknown };

type Dependencies = {
  /** Makes the edge fetch anew what carries one of the tags; the same reference again changes nothing. */
  invalidate: (tags: readonly string[], reference: string) => Promise<unknown>;
  /** Puts a record aside, for a person to look at. */
  putAside: (record: unknown) => Promise<unknown>;
  onPutAside: (error: unknown) => void;
};

/**
 * Turns a batch of the table's stream into one invalidation. When that fails the batch comes again, and asks for the same one. A record
 * that cannot be understood is put aside, and the whole site made anew for it: better rendered once more than shown wrong.
 */
export const changeHandler =
  ({ invalidate, putAside, onPutAside }: Dependencies) =>
  async (records: readonly StreamRecord[]): Promise<void> => {
    const tags = new Set<string>();
    for (const record of records) {
      try {
        for (const tag of changedTags(record.change())) tags.add(tag);
      } catch (error) {
        onPutAside(error);
        await putAside(record.raw);
        tags.add(siteTag);
      }
    }
    if (tags.size > 0) await invalidate([...tags], referenceOf(records, tags));
  };

const referenceOf = (records: readonly StreamRecord[], tags: ReadonlySet<string>) =>
  createHash('sha256')
    .update([records[0]?.id, records.at(-1)?.id, ...tags].join(' '))
    .digest('hex');
