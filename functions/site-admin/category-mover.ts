import { newActivity } from '../../shared/activity/activity.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { StepContext } from '../../shared/articles/change.ts';
import { moveArticle } from '../../shared/articles/reclassify.ts';
import { PortalError } from '../../shared/errors.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import type { StoredSite } from '../../shared/site/stored-site.ts';
import type { CategoryStore } from './category-store.ts';
import { batchSize, changeEach } from './change-each.ts';
import { type CategoryMove, withoutCategory } from './without-category.ts';

export type CategoryMoverDependencies = {
  articles: Pick<ArticleStore, 'get' | 'live' | 'commit'>;
  categories: Pick<CategoryStore, 'articlesIn'>;
  site: Pick<SiteStore, 'save'>;
  newId: () => string;
};

/** Moves the articles of a category in batches, and replaces an empty category by a redirect. */
export const categoryMover = ({ articles, categories, site, newId }: CategoryMoverDependencies) => ({
  /** Moves one batch. `isEmpty` tells that the category had no article left before. */
  async moveBatch(move: CategoryMove, context: StepContext): Promise<{ moved: number; isEmpty: boolean }> {
    const ids = await categories.articlesIn(move.from, batchSize);
    const note = `Chuyển từ chuyên mục ${move.from} sang ${move.to}`;
    const moved = await changeEach(ids, async (id) => {
      const [before, live] = await Promise.all([articles.get(id), articles.live(id)]);
      // One that was deleted or is changed concurrently is found again by the next call.
      return before !== null && articles.commit(moveArticle(before, live, move, { ...context, note }));
    });
    return { moved, isEmpty: ids.length === 0 };
  },

  /** Removes the category from the navigation and redirects its URLs. Throws `stale_version` if the settings changed concurrently. */
  async retire(before: StoredSite, move: CategoryMove, { actor, now }: StepContext) {
    const { settings, version } = before;
    const category = settings.categories.find(({ slug }) => slug === move.from);
    if (!category) return;
    const subject = { kind: 'category' as const, id: move.from };
    const entry = newActivity(
      { actor, now, newId },
      { action: 'retire', subject, title: category.name, version: version + 1, note: `Nay là ${move.to}` },
    );
    if (await site.save(withoutCategory(settings, move), before, entry)) return;
    throw new PortalError('stale_version', 'Thiết lập vừa được người khác sửa; hãy gọi lại.');
  },
});
