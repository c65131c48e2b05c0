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
  return [{ put: { ...keys.live(id), ...listed(live), ...live } }, ...left, ...tagged(live), record];

  /** Attributes that list the article in the feeds. A static page is in none. */
  function listed(of: LiveArticle) {
    if (isStaticPage(of)) return {};
    return {
      [contentIndexes.siteFeed.partition]: keys.siteFeed(),
      [contentIndexes.categoryFeed.partition]: keys.categoryFeed(of.category),
      [contentIndexes.siteFeed.sort]: listPosition(of.publishedAt, id),
    };
  }

  function tagged(of: LiveArticle): TableWrite[] {
    if (isStaticPage(of)) return [];
    const position = listPosition(of.publishedAt, id);
    return tagsOf(of.tags).map(({ slug, name }) => ({
      put: { ...keys.tagged(slug, position), ...feedItem.parse(of), tag: name },
    }));
  }
};
