import * as z from 'zod/mini';
import type { Activity } from '../activity/activity.ts';
import type { ActivityRecorder } from '../activity/activity-store.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { Item, Table } from '../table/table-store.ts';
import { type Description, type Image, image } from './image.ts';
import { imageKeys } from './keys.ts';

const { images: index } = contentIndexes;

/** The users of an image as stored: DynamoDB has no empty sets. */
const users = z.object({ usedBy: z._default(z.set(z.string()), new Set()) });

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

    /** All images, newest first. `next` is a position. */
    async list(query: { before: string | null; limit: number }) {
      const { items } = await table.query({
        IndexName: index.name,
        KeyConditionExpression: query.before ? '#p = :p AND #s < :before' : '#p = :p',
        ExpressionAttributeNames: { '#p': index.partition, ...(query.before && { '#s': index.sort }) },
        ExpressionAttributeValues: {
          ':p': keys.list(),
          ...(query.before && { ':before': query.before }),
        },
        ScanIndexForward: false,
        Limit: query.limit + 1,
      });
      const page = items.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map((item) => image.parse(item)),
        next: last && items.length > query.limit ? String(last[index.sort]) : null,
      };
    },
  };

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
