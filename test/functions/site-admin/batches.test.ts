import { describe, expect, test } from 'vitest';
import { categoryMover } from '../../../functions/site-admin/category-mover.ts';
import { categoryStore } from '../../../functions/site-admin/category-store.ts';
import { countMonth } from '../../../functions/site-admin/count-month.ts';
import { tagRenamer } from '../../../functions/site-admin/tag-renamer.ts';
import { allTagsStore } from '../../../functions/site-admin/tag-store.ts';
import type { Activity } from '../../../shared/activity/activity.ts';
import { type ArticleStore, articleStore } from '../../../shared/articles/article-store.ts';
import { contentOf } from '../../../shared/articles/compare.ts';
import { createArticle, saveArticle } from '../../../shared/articles/edit.ts';
import { articleKeys } from '../../../shared/articles/keys.ts';
import { publishArticle } from '../../../shared/articles/publish.ts';
import { toLive } from '../../../shared/articles/to-live.ts';
import { readerStore } from '../../../shared/reader/reader-store.ts';
import { contentIndexes } from '../../../shared/table/content-indexes.ts';
import { listPosition } from '../../../shared/table/list-position.ts';
import { monthRange } from '../../../shared/time/time-range.ts';
import { anArticle } from '../../support/article-fixture.ts';
import { aContentTable } from '../../support/use-table.ts';

const table = await aContentTable();
const now = new Date('2026-06-01T03:00:00.000Z');
const context = { actor: { name: 'quan.tri', role: 'admin' as const }, now };
const idOf = (n: number) => `01kb${String(n).padStart(22, '0')}`;

const siteId = 'nhieu-bai';
const log: Activity[] = [];
const record = (entry: Activity) => {
  log.push(entry);
  return { put: { pk: `${siteId}#LOG`, sk: entry.id, ...entry } };
};
const articles = articleStore(table, siteId, record);
const tags = allTagsStore(table, siteId, record);
const newId = () => `entry-${log.length}`;

/** Published articles in a category and with tags that are to change. */
const publish = async (n: number) => {
  const content = { ...contentOf(anArticle()), category: 'cu', tags: ['Tên cũ', 'Khác'] };
  const created = createArticle(content, idOf(n), context);
  await articles.commit(created);
  await articles.commit(publishArticle(created.article, { pictures: [] }, context));
};
/** More than a batch. */
const articleCount = 64;
await Promise.all(Array.from({ length: articleCount }, (_, n) => publish(n)));

describe('a tag', () => {
  const rename = { from: 'ten-cu', name: 'Tên mới' };

  test('is renamed in batches, whatever is published or saved meanwhile, and recorded once', async () => {
    const busy: ArticleStore = {
      ...articles,
      /** One is saved by its author between the reading and the commit. */
      get: async (id) => {
        const before = await articles.get(id);
        if (before && id === idOf(1) && before.version === 2)
          await articles.commit(saveArticle(before, contentOf(anArticle()), context));
        return before;
      },
    };
    const renamer = tagRenamer({ articles: busy, tags, newId });
    expect(await renamer.renameBatch(rename, context)).toEqual({ moved: 60, isDone: false });
    expect(await tags.redirectOf('ten-cu')).toBe(null);
    await publish(articleCount);
    // All but the one that was just saved.
    expect(await renamer.renameBatch(rename, context)).toEqual({ moved: 4, isDone: false });
    expect(await renamer.renameBatch(rename, context)).toEqual({ moved: 1, isDone: true });
    expect(await tags.entries('ten-cu', { limit: 1 })).toEqual([]);
    expect(await tags.entries('ten-moi', { limit: 100 })).toHaveLength(articleCount + 1);
    expect(await tags.redirectOf('ten-cu')).toBe('ten-moi');
    expect(log.filter(({ action }) => action === 'rename')).toMatchObject([
      { title: 'Tên cũ', note: 'Nay là “Tên mới”', by: 'quan.tri' },
    ]);
    // What the author saved is kept.
    const saved = await articles.get(idOf(1));
    expect([saved?.tags, (await articles.live(idOf(1)))?.tags]).toEqual([[], ['Tên mới', 'Khác']]);
  });

  test('is recorded by the next call when the last one ended before it could', async () => {
    await publish(articleCount + 1);
    const stopped = { ...tags, redirect: () => Promise.reject(new Error('The function ended')) };
    const broken = tagRenamer({ articles, tags: stopped, newId });
    const again = { from: 'ten-cu', name: 'Tên khác hẳn' };
    await expect(broken.renameBatch(again, context)).rejects.toThrow('The function ended');
    const renamer = tagRenamer({ articles, tags, newId });
    expect(await renamer.renameBatch(again, context)).toEqual({ moved: 0, isDone: true });
    expect(await tags.redirectOf('ten-cu')).toBe('ten-khac-han');
  });
});

test('a site with 5,000 tags lists them all, each with its articles', async () => {
  const keys = articleKeys('nhieu-the');
  const tagCount = 5_000;
  const writes = Array.from({ length: 1_000 }, (_, n) => ({
    put: {
      ...keys.live(idOf(n)),
      [contentIndexes.tags.partition]: keys.siteFeed(),
      [contentIndexes.tags.sort]: listPosition(now.toISOString(), idOf(n)),
      tags: Array.from({ length: 10 }, (_, m) => `Thẻ ${(n * 10 + m) % tagCount}`),
    },
  }));
  for (let n = 0; n < writes.length; n += 100) await table.write(writes.slice(n, n + 100));
  const all = await allTagsStore(table, 'nhieu-the', record).all();
  expect(all).toHaveLength(tagCount);
  expect(new Set(all.map(({ articles }) => articles))).toEqual(new Set([2]));
});

test('a category is moved while articles are published into it, and one that comes late still follows', async () => {
  const categories = categoryStore(table, siteId);
  const mover = categoryMover({ articles, categories, newId, site: { save: async () => true } });
  const move = { from: 'cu', to: 'moi' };
  expect(await mover.moveBatch(move, context)).toEqual({ moved: 60, isEmpty: false });
  await publish(articleCount + 2);
  expect(await mover.moveBatch(move, context)).toMatchObject({ isEmpty: false });
  expect(await mover.moveBatch(move, context)).toEqual({ moved: 0, isEmpty: true });
  await publish(articleCount + 3);
  expect(await mover.moveBatch(move, context)).toEqual({ moved: 1, isEmpty: false });
  expect(await categories.countPublished('moi')).toBe(articleCount + 4);
  expect(await categories.articlesIn('cu', 10)).toEqual([]);
});

test('the royalties of a month are counted in batches, and refused of more than 1,000 articles', async () => {
  const site = 'nhieu-nhuan-but';
  const keys = articleKeys(site);
  const { calendar } = contentIndexes;
  const publishedAt = now.toISOString();
  const writesOf = (n: number) => {
    const draft = anArticle({ id: idOf(n), body: '<p>một hai</p>' });
    const listed = {
      [calendar.partition]: keys.siteFeed(),
      [calendar.sort]: listPosition(publishedAt, draft.id),
    };
    const live = toLive(draft, { publishedAt, updatedAt: publishedAt }, []);
    return [
      { put: { ...keys.draft(draft.id), ...draft } },
      { put: { ...keys.live(draft.id), ...listed, ...live } },
    ];
  };
  const writes = Array.from({ length: 130 }, (_, n) => writesOf(n)).flat();
  for (let n = 0; n < writes.length; n += 100) await table.write(writes.slice(n, n + 100));
  const stores = { articles: articleStore(table, site, record), reader: readerStore(table, site) };
  const counted = await countMonth(stores, '2026-06', now);
  expect(counted.map(({ id }) => id)).toEqual(Array.from({ length: 130 }, (_, n) => idOf(n)));
  expect(new Set(counted.map(({ words, createdBy }) => `${words} ${createdBy}`))).toEqual(
    new Set(['2 lan.tran']),
  );

  const addresses = await stores.reader.addresses(monthRange('2026-06'), now);
  const busy = { ...stores.reader, addresses: async () => Array(8).fill(addresses).flat() };
  await expect(countMonth({ ...stores, reader: busy }, '2026-06', now)).rejects.toThrow('hơn 1.000 bài');
});
