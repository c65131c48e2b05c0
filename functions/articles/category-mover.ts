import { newActivity } from '../../shared/activity/activity.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { StepContext } from '../../shared/articles/change.ts';
import { moveArticle } from '../../shared/articles/edit.ts';
import { PortalError } from '../../shared/errors.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import type { StoredSite } from '../../shared/site/stored-site.ts';
import type { ArticleSteps } from './article-steps.ts';

export type CategoryMoverDependencies = {
  articles: Pick<ArticleStore, 'get' | 'live' | 'inCategory'>;
  site: Pick<SiteStore, 'save'>;
  steps: ArticleSteps;
  newId: () => string;
};

/** The slugs of the category that the articles leave and of the one they enter. */
export type CategoryMove = { from: string; to: string };

/** Articles moved by one call, so that their transactions fit into the timeout of the function. */
const batchSize = 60;
const concurrency = 6;

/** Moves the articles of a category in batches, and replaces an empty category by a redirect. */
export const categoryMover = ({ articles, site, steps, newId }: CategoryMoverDependencies) => {
  /** False if the article was deleted or changed concurrently: the next call finds it again. */
  const moveOne = async (id: string, move: CategoryMove, context: StepContext): Promise<boolean> => {
    const [before, live] = await Promise.all([articles.get(id), articles.live(id)]);
    if (!before) return false;
    const note = `Chuyển từ chuyên mục ${move.from} sang ${move.to}`;
    try {
      await steps.commit(moveArticle(before, live, move, { ...context, note }));
      return true;
    } catch (error) {
      if (error instanceof PortalError && error.code === 'stale_version') return false;
      throw error;
    }
  };

  return {
    /** Moves one batch. `isEmpty` tells that the category had no article left before. */
    async moveBatch(move: CategoryMove, context: StepContext): Promise<{ moved: number; isEmpty: boolean }> {
      const ids = await articles.inCategory(move.from, batchSize);
      const isEmpty = ids.length === 0;
      let moved = 0;
      const worker = async () => {
        for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
          if (await moveOne(id, move, context)) moved += 1;
        }
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
      return { moved, isEmpty };
    },

    /** Removes the category from the navigation and redirects its URLs. Throws `stale_version` if the settings changed concurrently. */
    async retire(before: StoredSite, { from, to }: CategoryMove, { actor, now }: StepContext) {
      const { settings, version } = before;
      const category = settings.categories.find(({ slug }) => slug === from);
      if (!category) return;
      const former = settings.formerCategories.map((redirect) =>
        redirect.now === from ? { ...redirect, now: to } : redirect,
      );
      const after = {
        ...settings,
        categories: settings.categories.filter(({ slug }) => slug !== from),
        formerCategories: [...former.filter(({ slug }) => slug !== to), { slug: from, now: to }],
      };
      const subject = { kind: 'category' as const, id: from };
      const entry = newActivity(
        { actor, now, newId },
        { action: 'retire', subject, title: category.name, version: version + 1, note: `Nay là ${to}` },
      );
      if (await site.save(after, before, entry)) return;
      throw new PortalError('stale_version', 'Thiết lập vừa được người khác sửa; hãy gọi lại.');
    },
  };
};
