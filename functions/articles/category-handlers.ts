import { newActivity } from '../../shared/activity/activity.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { moveArticle, type StepContext } from '../../shared/articles/edit.ts';
import { moveRequest } from '../../shared/articles/requests.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { assertAdmin } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody, parsePath } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import type { StoredSite } from '../../shared/site/stored-site.ts';
import type { ArticleDesk } from './article-steps.ts';

type Dependencies = {
  articles: Pick<ArticleStore, 'get' | 'live' | 'inCategory'>;
  site: SiteStore;
  desk: ArticleDesk;
  newId: () => string;
};

/** Articles that one call moves: their transactions fit its time. */
const batchLength = 60;
const concurrency = 6;

/** Moves the articles of one category into another, and retires it when none is left: what a new name and the end of a category both are. */
export const categoryHandlers = ({
  articles,
  site,
  desk,
  newId,
}: Dependencies): Handlers<'POST /api/admin/categories/{category}/move'> => {
  /** One article; left alone when it is gone, or somebody changed it in this moment: the next call finds it again. */
  const move = async (
    id: string,
    places: { from: string; to: string },
    by: StepContext,
  ): Promise<boolean> => {
    const [before, live] = await Promise.all([articles.get(id), articles.live(id)]);
    if (!before) return false;
    const note = `Chuyển từ chuyên mục ${places.from} sang ${places.to}`;
    try {
      await desk.commit(moveArticle(before, live, places, { ...by, note }));
      return true;
    } catch (error) {
      if (error instanceof PortalError && error.code === 'stale_version') return false;
      throw error;
    }
  };

  /** The category goes from the navigation; its addresses lead to the other. */
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
      const by = desk.taken(event);
      assertAdmin(by.actor);
      const from = parsePath(event, 'category', categorySlug);
      const { to } = parseBody(event, moveRequest);
      const before = await site.get();
      const has = (wanted: string) => before.settings.categories.some(({ slug }) => slug === wanted);
      if (!has(from)) throw new PortalError('not_found', 'Không có chuyên mục này.');
      if (to === from || !has(to)) throw invalidField('to', 'Phải là một chuyên mục khác đang có');
      const waiting = await articles.inCategory(from, batchLength + 1);
      const ids = waiting.slice(0, batchLength);
      let moved = 0;
      const work = async () => {
        for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
          if (await move(id, { from, to }, by)) moved += 1;
        }
      };
      await Promise.all(Array.from({ length: concurrency }, work));
      // What was just moved may still stand in the indexes: the next call looks again.
      const isDone = waiting.length === 0;
      if (isDone) await retire(before, from, to, by);
      return jsonReply(200, { moved, isDone });
    },
  };
};
