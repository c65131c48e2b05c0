import { categoryCountReply, moveReply } from '../../shared/articles/replies.ts';
import { moveRequest } from '../../shared/articles/requests.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { actorOf, assertAdmin } from '../../shared/http/actor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody, parsePath } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { type CategoryMoverDependencies, categoryMover } from './category-mover.ts';
import type { CategoryStore } from './category-store.ts';

type Dependencies = CategoryMoverDependencies & {
  site: SiteStore;
  categories: CategoryStore;
  clock: () => Date;
};
type CategoryRoute = Extract<RouteKey<'site-admin'>, `${string}/categories/${string}`>;

/** Counts the articles of a category; moves them into another, one batch a call, and retires the category when it is empty. */
export const categoryHandlers = (dependencies: Dependencies): Handlers<CategoryRoute> => {
  const { site, categories, clock } = dependencies;
  const mover = categoryMover(dependencies);
  const adminOf = (event: HttpEvent) => {
    const actor = actorOf(event);
    assertAdmin(actor);
    return actor;
  };

  return {
    'GET /api/admin/categories/{category}': async (event) => {
      adminOf(event);
      const slug = parsePath(event, 'category', categorySlug);
      const { settings } = await site.get();
      if (!settings.categories.some((category) => category.slug === slug)) throw noCategory();
      return jsonReply(200, categoryCountReply, { articles: await categories.countPublished(slug) });
    },

    'POST /api/admin/categories/{category}/move': async (event) => {
      const context = { actor: adminOf(event), now: clock() };
      const from = parsePath(event, 'category', categorySlug);
      const { to } = parseBody(event, moveRequest);
      const before = await site.get();
      const { categories: current, formerCategories } = before.settings;
      const has = (category: string) => current.some(({ slug }) => slug === category);
      // One that is retired may get an article late: a save that read the settings before, or an index that was behind.
      const isRetired = !has(from) && formerCategories.some(({ slug, now }) => slug === from && now === to);
      if (!has(from) && !isRetired) throw noCategory();
      if (to === from || !has(to)) throw invalidField('to', 'Phải là một chuyên mục khác đang có');
      const { moved, isEmpty } = await mover.moveBatch({ from, to }, context);
      if (isEmpty && !isRetired) await mover.retire(before, { from, to }, context);
      return jsonReply(200, moveReply, { moved, isDone: isEmpty && isRetired });
    },
  };
};

const noCategory = () => new PortalError('not_found', 'Không có chuyên mục này.');
