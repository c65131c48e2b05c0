import { moveReply } from '../../shared/articles/replies.ts';
import { moveRequest } from '../../shared/articles/requests.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { assertAdmin } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody, parsePath } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { type CategoryMoverDependencies, categoryMover } from './category-mover.ts';

type Dependencies = CategoryMoverDependencies & { site: SiteStore };

/** Moves the articles of a category into another, one batch a call, and retires the category when it is empty. */
export const categoryHandlers = (
  dependencies: Dependencies,
): Handlers<'POST /api/admin/categories/{category}/move'> => {
  const { site, steps } = dependencies;
  const mover = categoryMover(dependencies);

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
      const { moved, isEmpty } = await mover.moveBatch({ from, to }, context);
      // The indexes are eventually consistent: after a batch, the next call checks that the category is empty.
      if (isEmpty) await mover.retire(before, { from, to }, context);
      return jsonReply(200, moveReply, { moved, isDone: isEmpty });
    },
  };
};
