import { contentIndexes } from '../table/content-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { TableWrite } from '../table/table-store.ts';
import type { Change } from './change.ts';
import { articleKeys } from './keys.ts';
import { feedItem, type LiveArticle } from './live-article.ts';
import { isStaticPage } from './static-page.ts';
import { tagsOf } from './tags.ts';

/** Writes of the live version, its tag lists, and the change record that the search index follows. */
export const liveWrites = (
  { article: { id, version, updatedAt }, live, leftTags }: Change,
  siteId: string,
): TableWrite[] => {
  const keys = articleKeys(siteId);
  if (live === 'unchanged') return [];
  const record = { put: { ...keys.change(id, version), article: id, version, at: updatedAt } };
  const left = leftTags.map(({ tag, position }) => ({ remove: keys.tagged(tag, position) }));
  if (live === 'removed') return [{ remove: keys.live(id) }, ...left, record];
  return [...left, ...liveItemWrites(live, siteId), record];
};

/** Writes of the live version and its entries in tag lists. A static page is in no feed and no list. */
export const liveItemWrites = (live: LiveArticle, siteId: string): TableWrite[] => {
  const keys = articleKeys(siteId);
  const item = { ...keys.live(live.id), ...live };
  if (isStaticPage(live)) return [{ put: item }];
  const position = listPosition(live.publishedAt, live.id);
  const listed = {
    [contentIndexes.siteFeed.partition]: keys.siteFeed(),
    [contentIndexes.categoryFeed.partition]: keys.categoryFeed(live.category),
    [contentIndexes.siteFeed.sort]: position,
  };
  return [
    { put: { ...item, ...listed } },
    ...tagsOf(live.tags).map(({ slug, name }) => ({
      put: { ...keys.tagged(slug, position), ...feedItem.parse(live), tag: name },
    })),
  ];
};
