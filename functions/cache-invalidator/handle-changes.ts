import { createHash } from 'node:crypto';
import { siteTag, tagOfSite } from '../../shared/edge/cache-tags.ts';
import { changedTags, type ItemChange, siteOf } from './changed-tags.ts';

/** One record of the stream. `parse` throws for a record that cannot be parsed; `raw` is the record as received. */
export type StreamRecord = { id: string; partitionKey: string; parse: () => ItemChange; raw: unknown };

type Dependencies = {
  /** Invalidates cache tags; repeated with the same reference it changes nothing. */
  invalidate: (tags: readonly string[], reference: string) => Promise<unknown>;
  /** Sends a record to the dead-letter queue. */
  deadLetter: (record: unknown) => Promise<unknown>;
  onDeadLetter: (error: unknown) => void;
};

/**
 * Turns a batch of the table's stream into one invalidation. Lambda retries a failed batch, which requests the same invalidation. A record
 * that cannot be parsed goes to the dead-letter queue and invalidates its whole site: better rendered once more than shown wrong.
 */
export const changeHandler =
  ({ invalidate, deadLetter, onDeadLetter }: Dependencies) =>
  async (records: readonly StreamRecord[]): Promise<void> => {
    const tags = new Set<string>();
    for (const record of records) {
      try {
        for (const tag of changedTags(record.parse())) tags.add(tag);
      } catch (error) {
        onDeadLetter(error);
        await deadLetter(record.raw);
        tags.add(tagOfSite(siteOf(record.partitionKey), siteTag));
      }
    }
    if (tags.size > 0) await invalidate([...tags], referenceOf(records, tags));
  };

/** The caller reference of an invalidation: the same for the same batch. */
const referenceOf = (records: readonly StreamRecord[], tags: ReadonlySet<string>) =>
  createHash('sha256')
    .update([records[0]?.id, records.at(-1)?.id, ...tags].join(' '))
    .digest('hex');
