import * as z from 'zod/mini';
import type { Activity } from '../activity/activity.ts';
import type { ActivityRecorder } from '../activity/activity-store.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { Item, Table } from '../table/table-store.ts';
import { type Description, type Image, image, type Variant } from './image.ts';
import { imageKeys } from './keys.ts';

const { images: index } = contentIndexes;

/** The users of an image as stored: DynamoDB has no empty sets. */
const users = z.object({ usedBy: z._default(z.set(z.string()), new Set()) });

/** Items of the index that are read for one page of a list, and in one call. Each has about 1.3 kB. */
const maxExamined = 1_000;
const examinedAtOnce = 250;

type ListQuery = { before: string | null; limit: number; isWanted: ((image: Image) => boolean) | null };

/** The images of a site. Every change is a transaction with its entry of the activity log. */
export const imageStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const keys = imageKeys(siteId);
  const exists = { expression: 'attribute_exists(pk)' };

  return {
    async get(id: string): Promise<Image | null> {
      const item = await table.get(keys.image(id));
      return item && image.parse(item);
    },

    /** The existing ones of some images. */
    async getMany(ids: readonly string[]): Promise<Image[]> {
      if (ids.length === 0) return [];
      const items = await table.getMany(
        ids.map((id) => keys.image(id)),
        { isConsistent: true },
      );
      return items.flatMap((item) => (item ? [image.parse(item)] : []));
    },

    create: (made: Image, entry: Activity): Promise<boolean> =>
      table.write([
        { put: toItem(made), condition: { expression: 'attribute_not_exists(pk)' } },
        record(entry),
      ]),

    /** From `waiting` to `ready`; false when it is already ready, or deleted. */
    complete: (ready: Image, entry: Activity): Promise<boolean> =>
      table.write([
        {
          put: toItem(ready),
          condition: {
            expression: '#status = :waiting',
            names: { '#status': 'status' },
            values: { ':waiting': 'waiting' },
          },
        },
        record(entry),
      ]),

    /** Replaces the variants of a ready image; false when it is deleted. */
    addVariants: (id: string, variants: readonly Variant[], entry: Activity): Promise<boolean> =>
      table.write([
        {
          update: keys.image(id),
          change: 'SET variants = :variants',
          condition: { ...exists, values: { ':variants': variants } },
        },
        record(entry),
      ]),

    /** Changes the description of an image; false when it is deleted. */
    describe: (id: string, { alt, decorative, credit }: Description, entry: Activity): Promise<boolean> =>
      table.write([
        {
          update: keys.image(id),
          change: 'SET alt = :alt, decorative = :decorative, credit = :credit',
          condition: {
            ...exists,
            values: { ':alt': alt, ':decorative': decorative, ':credit': credit },
          },
        },
        record(entry),
      ]),

    /** Deletes an image that is not in use; false when it is, or is already deleted. */
    remove: (id: string, entry: Activity): Promise<boolean> =>
      table.write([
        {
          remove: keys.image(id),
          condition: { expression: 'attribute_exists(pk) AND attribute_not_exists(usedBy)' },
        },
        record(entry),
      ]),

    /** Ids of the articles that use an image in their working copy or live version; `settings` for the banner. */
    async usedBy(id: string): Promise<string[]> {
      return [...users.parse((await table.get(keys.image(id))) ?? {}).usedBy];
    },

    /**
     * Images, newest first, of which a test may leave out some. `next` is a position; a page may be short of its limit, and even empty,
     * while there is one, for at most 1,000 images are read for it: about 160 read units.
     */
    async list({ before, limit, isWanted }: ListQuery): Promise<{ items: Image[]; next: string | null }> {
      const found: Image[] = [];
      let position = before;
      for (let examined = 0; examined < maxExamined; ) {
        const { items, lastKey } = await page(position, isWanted ? examinedAtOnce : limit + 1);
        for (const item of items) {
          const candidate = image.parse(item);
          const isFound = isWanted?.(candidate) ?? true;
          if (isFound && found.length === limit) return { items: found, next: position };
          if (isFound) found.push(candidate);
          position = String(item[index.sort]);
        }
        if (!lastKey) return { items: found, next: null };
        examined += items.length;
      }
      return { items: found, next: position };
    },
  };

  /** Items of the index before a position, newest first. */
  function page(before: string | null, Limit: number) {
    return table.query({
      IndexName: index.name,
      KeyConditionExpression: before ? '#p = :p AND #s < :before' : '#p = :p',
      ExpressionAttributeNames: { '#p': index.partition, ...(before && { '#s': index.sort }) },
      ExpressionAttributeValues: { ':p': keys.list(), ...(before && { ':before': before }) },
      ScanIndexForward: false,
      Limit,
    });
  }

  function toItem(of: Image): Item {
    return {
      ...keys.image(of.id),
      [index.partition]: keys.list(),
      [index.sort]: listPosition(of.createdAt, of.id),
      ...of,
    };
  }
};
export type ImageStore = ReturnType<typeof imageStore>;
