import { newActivity } from '../../shared/activity/activity.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { StepContext } from '../../shared/articles/change.ts';
import { moveArticle } from '../../shared/articles/edit.ts';
import { moveReply } from '../../shared/articles/replies.ts';
import { moveRequest } from '../../shared/articles/requests.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { assertAdmin } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody, parsePath } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import type { StoredSite } from '../../shared/site/stored-site.ts';
import type { ArticleSteps } from './article-steps.ts';

type Dependencies = {
  articles: Pick<ArticleStore, 'get' | 'live' | 'inCategory'>;
  site: SiteStore;
  steps: ArticleSteps;
  newId: () => string;
};

/** Articles that one call moves, so that their transactions fit into the function's time. */
const batchSize = 60;
const concurrency = 6;

/** Moves the articles of a category into another, and retires it when none is left. A category is renamed and ended this way. */
export const categoryHandlers = ({
  articles,
  site,
  steps,
  newId,
}: Dependencies): Handlers<'POST /api/admin/categories/{category}/move'> => {
  /** Moves one article. False when it was deleted or changed meanwhile: the next call finds it again. */
  const move = async (
    id: string,
    categories: { from: string; to: string },
    context: StepContext,
  ): Promise<boolean> => {
    const [before, live] = await Promise.all([articles.get(id), articles.live(id)]);
    if (!before) return false;
    const note = `Chuyển từ chuyên mục ${categories.from} sang ${categories.to}`;
    try {
      await steps.commit(moveArticle(before, live, categories, { ...context, note }));
      return true;
    } catch (error) {
      if (error instanceof PortalError && error.code === 'stale_version') return false;
      throw error;
    }
  };

  /** Removes the category from the navigation; its addresses redirect to the other one. */
  const retire = async (before: StoredSite, from: string, to: string, { actor, now }: StepContext) => {
    const { settings, version } = before;
    const category = settings.categories.find(({ slug }) => slug === from);
    if (!category) return;
    const former = settings.formerCategories.map((known) =>
      known.now === from ? { ...known, now: to } : known,
    );
    const after = {
      ...settings,
      categories: settings.categories.filter(({ slug }) => slug !== from),
      formerCategories: [...former.filter(({ slug }) => slug !== to), { slug: from, now: to }],
    };
    const done = { action: 'retire', subject: { kind: 'category' as const, id: from }, title: category.name };
    const note = `Nay là ${to}`;
    const entry = newActivity({ actor, now, newId }, { ...done, version: version + 1, note });
    if (await site.save(after, before, entry)) return;
    throw new PortalError('stale_version', 'Thiết lập vừa được người khác sửa; hãy gọi lại.');
  };

  return {
    'POST /api/admin/categories/{category}/move': async (event) => {
      const context = steps.contextOf(event);
      assertAdmin(context.actor);
      const from = parsePath(event, 'category', categorySlug);
      const { to } = parseBody(event, moveRequest);
      const before = await site.get();
      const has = (category: string) => before.settings.categories.some(({ slug }) => slug === category);
      if (!has(from)) throw new PortalError('not_found', 'Không có chuyên mục này.');
      if (to === from || !has(to)) throw invalidField('to', 'Phải là một chuyên mục khác đang có');
      const remaining = await articles.inCategory(from, batchSize + 1);
      const ids = remaining.slice(0, batchSize);
      let moved = 0;
      const work = async () => {
        for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
          if (await move(id, { from, to }, context)) moved += 1;
        }
      };
      await Promise.all(Array.from({ length: concurrency }, work));
      // Indexes are eventually consistent and may still list what was just moved: the next call looks again.
      const isDone = remaining.length === 0;
      if (isDone) await retire(before, from, to, context);
      return jsonReply(200, moveReply, { moved, isDone });
    },
  };
};
