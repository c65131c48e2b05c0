import { beforeEach, expect, test } from 'vitest';
import { addVariants } from '../../../functions/images/add-variants.ts';
import { newActivity } from '../../../shared/activity/activity.ts';
import { articleKeys } from '../../../shared/articles/keys.ts';
import { livePictureStore } from '../../../shared/articles/live-picture-store.ts';
import { liveItemWrites } from '../../../shared/articles/live-writes.ts';
import { PortalError } from '../../../shared/errors.ts';
import { imageStore } from '../../../shared/images/image-store.ts';
import { toPicture } from '../../../shared/images/picture.ts';
import { imageUsageWrites } from '../../../shared/images/usage-writes.ts';
import { listPosition } from '../../../shared/table/list-position.ts';
import type { Item, Table, TableWrite } from '../../../shared/table/table-store.ts';
import { anArticle } from '../../support/article-fixture.ts';
import { anImage } from '../../support/image-fixture.ts';
import { photograph } from '../../support/picture-fixture.ts';
import { aLiveArticle } from '../../support/site-fixture.ts';
import { aContentTable } from '../../support/use-table.ts';

const table = await aContentTable();
const photo = await photograph(1600, 1200).webp().toBuffer();
const complete = anImage(1);
/** As it was converted before there was a size of 240 pixels. */
const old = { ...complete, variants: complete.variants.filter(({ width }) => width > 240) };

let sites = 0;
let siteId = '';
let keys = articleKeys(siteId);
const images = () =>
  imageStore(
    table,
    siteId,
    ({ id, action }): TableWrite => ({ put: { pk: `${siteId}#LOG`, sk: id, action } }),
  );
const entry = () =>
  newActivity(
    { actor: { name: 'lan.tran', role: 'admin' }, now: new Date(), newId: () => 'x' },
    { action: 'add-variants', subject: { kind: 'image', id: old.id }, title: old.fileName },
  );
const live = aLiveArticle({
  cover: toPicture(old),
  gallery: [{ image: toPicture(old), caption: '' }],
  tags: ['Chợ quê'],
});

beforeEach(async () => {
  sites += 1;
  siteId = `ward-${sites}`;
  keys = articleKeys(siteId);
  await images().create(old, { ...entry(), id: 'create' });
  await table.write([
    { put: { ...keys.draft(live.id), ...anArticle({ id: live.id, version: 4 }) } },
    ...liveItemWrites(live, siteId),
    ...imageUsageWrites(siteId, live.id, { added: [old.id], removed: [] }),
  ]);
});

/** A bucket with the largest file, one of whose calls fails. */
const bucket = (failsAt = 0, stored: Buffer | null = photo) => {
  let calls = 0;
  const call = async <T>(result: T): Promise<T> => {
    calls += 1;
    if (calls === failsAt) throw new PortalError('unavailable', 'out');
    return result;
  };
  return { readImage: () => call(stored), write: () => call(undefined) };
};
const run = async (files = bucket(), of: Table = table) => {
  const stored = await images().get(old.id);
  return addVariants({ images: images(), files, live: livePictureStore(of, siteId) })(stored ?? old, entry);
};
const widths = (files: unknown) => (files as string[]).map((file) => Number.parseInt(file, 10));
const shown = async () => {
  const item = (await table.get(keys.live(live.id))) as Item & typeof live;
  const position = listPosition(live.publishedAt, live.id);
  const listed = (await table.get(keys.tagged('cho-que', position))) as Item & typeof live;
  return [item.cover, item.gallery[0]?.image, listed.cover].map((picture) => widths(picture?.files));
};
const [before, after] = [
  [480, 480, 960, 960, 1600, 1600],
  [240, 240, 480, 480, 960, 960, 1600, 1600],
];

test('adds the missing sizes to a picture, and to every place where readers see it', async () => {
  expect(await shown()).toEqual([before, before, before]);
  expect(await run()).toEqual({ added: 2, articles: 1 });
  expect((await images().get(old.id))?.variants.map(({ width }) => width)).toEqual(after);
  expect(await shown()).toEqual([after, after, after]);
  expect(await table.get(keys.draft(live.id))).toMatchObject({ version: 4 });
  expect(await run()).toEqual({ added: 0, articles: 0 });
});

test.each([1, 2, 3])('goes on after call %i to the bucket failed', async (failsAt) => {
  await expect(run(bucket(failsAt))).rejects.toMatchObject({ code: 'unavailable' });
  expect(await run()).toEqual({ added: 2, articles: 1 });
  expect(await shown()).toEqual([after, after, after]);
});

test('renews the articles that an interrupted call left', async () => {
  const out = { ...table, write: () => Promise.reject(new PortalError('unavailable', 'out')) };
  await expect(run(bucket(), out)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await run()).toEqual({ added: 0, articles: 1 });
});

test.each([
  ['is missing', null],
  ['is damaged', photo.subarray(0, 500)],
])('leaves a picture whose file %s', async (_, stored) => {
  await expect(run(bucket(0, stored))).rejects.toMatchObject({ code: 'invalid_image' });
  expect(await shown()).toEqual([before, before, before]);
});

test('never overwrites an article that is changed meanwhile', async () => {
  let reads = 0;
  const changing = {
    ...table,
    async get(key: Parameters<Table['get']>[0]) {
      const item = await table.get(key);
      reads += 1;
      if (reads === 1) {
        const change = anArticle({ id: live.id, version: 5 });
        await table.write([
          { put: { ...keys.draft(live.id), ...change } },
          ...liveItemWrites({ ...live, title: 'Tiêu đề mới' }, siteId),
        ]);
      }
      return item;
    },
  };
  expect(await livePictureStore(changing, siteId).renew(live.id, toPicture(complete))).toBe('changed');
  expect(await shown()).toEqual([before, before, before]);
  expect(await run(bucket(), changing)).toEqual({ added: 2, articles: 1 });
  expect(await table.get(keys.live(live.id))).toMatchObject({ title: 'Tiêu đề mới' });
});
