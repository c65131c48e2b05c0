import * as z from 'zod/mini';
import type { Table } from '../table/table-store.ts';
import { siteKeys } from './keys.ts';

const stored = z.object({ key: z.string().check(z.minLength(32)) });

/**
 * The key that signs preview links. It is in the table of the drafts that the links open, out of reach of the readers' functions as they are: a
 * secret elsewhere would cost money without protecting more. Deleting its item invalidates every link.
 */
export const previewKeyStore = (table: Table, siteId: string) => {
  const item = siteKeys(siteId).previewKey();
  return {
    /** The key; null before the first link. Strongly consistent. */
    async get(): Promise<string | null> {
      const found = await table.get(item);
      return found && stored.parse(found).key;
    },

    /** The key; stores `fresh` when there is none yet and nobody else was first. */
    async getOrCreate(fresh: string): Promise<string> {
      const stored = await this.get();
      if (stored !== null) return stored;
      const condition = { expression: 'attribute_not_exists(pk)' };
      if (await table.write([{ put: { ...item, key: fresh }, condition }])) return fresh;
      return (await this.get()) ?? fresh;
    },
  };
};
export type PreviewKeyStore = ReturnType<typeof previewKeyStore>;
