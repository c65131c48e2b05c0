import { newActivity } from '../../shared/activity/activity.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { StepContext } from '../../shared/articles/change.ts';
import { retagArticle, type TagRename } from '../../shared/articles/reclassify.ts';
import { slugOf } from '../../shared/articles/slug.ts';
import { PortalError } from '../../shared/errors.ts';
import { batchSize, changeEach } from './change-each.ts';
import type { AllTagsStore } from './tag-store.ts';

export type TagRenamerDependencies = {
  articles: Pick<ArticleStore, 'get' | 'live' | 'commit'>;
  tags: Pick<AllTagsStore, 'entries' | 'redirectOf' | 'redirect' | 'recordRename'>;
  newId: () => string;
};

/**
 * Renames a tag, or merges it into the one that has the new name's address: a batch of articles a call, so that a rename that was stopped
 * goes on with the next. The last call redirects the old address.
 */
export const tagRenamer = ({ articles, tags, newId }: TagRenamerDependencies) => {
  const retag = async (id: string, rename: TagRename, context: StepContext): Promise<boolean> => {
    const [before, live] = await Promise.all([articles.get(id), articles.live(id)]);
    // One that was withdrawn or is changed concurrently is found again by the next call if it still has the tag.
    if (!before || !live) return false;
    const note = `Từ khóa “${rename.name}”`;
    return articles.commit(retagArticle(before, live, rename, { ...context, note }));
  };

  const finish = async ({ from, name }: TagRename, oldName: string, { actor, now }: StepContext) => {
    const to = slugOf(name);
    const subject = { kind: 'tag' as const, id: from };
    const done = { action: 'rename', subject, title: oldName, note: `Nay là “${name}”` };
    const entry = newActivity({ actor, now, newId }, done);
    await (to === from ? tags.recordRename(entry) : tags.redirect(from, to, entry));
  };

  /** Finishes what an earlier call could not. Throws `not_found` when no article has either tag. */
  const finishEarlier = async (rename: TagRename, context: StepContext) => {
    const { from, name } = rename;
    const to = slugOf(name);
    const [renamed] = await tags.entries(to, { limit: 1 });
    if (!renamed) throw new PortalError('not_found', 'Không bài nào có từ khóa này.');
    if (to !== from && (await tags.redirectOf(from)) !== to) await finish(rename, from, context);
  };

  return {
    async renameBatch(rename: TagRename, context: StepContext): Promise<{ moved: number; isDone: boolean }> {
      const { from, name } = rename;
      const isOtherSlug = slugOf(name) !== from;
      const isLeft = ({ tag }: { tag: string }) => isOtherSlug || tag !== name;
      const entries = await tags.entries(from, { isWanted: isLeft, limit: batchSize });
      const [first] = entries;
      if (!first) {
        await finishEarlier(rename, context);
        return { moved: 0, isDone: true };
      }
      const ids = entries.slice(0, batchSize).map(({ id }) => id);
      const moved = await changeEach(ids, (id) => retag(id, rename, context));
      // Consistent: an article that got the tag since, or could not be changed, is found.
      const isDone = (await tags.entries(from, { isWanted: isLeft, limit: 1 })).length === 0;
      if (isDone) await finish(rename, first.tag, context);
      return { moved, isDone };
    },
  };
};
