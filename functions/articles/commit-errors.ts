import type { Article } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { Change } from '../../shared/articles/change.ts';
import { contentOf } from '../../shared/articles/compare.ts';
import type { ArticleContent } from '../../shared/articles/content.ts';
import { compareThreeWay } from '../../shared/articles/three-way.ts';
import { mayRead } from '../../shared/articles/workflow.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { toArticleReply } from './replies.ts';

type Revisions = Pick<ArticleStore, 'revision'>;
type Context = {
  /** The content that the caller wanted to save. */
  mine: ArticleContent | undefined;
  now: Date;
};

/** A 412 with the newer version, and a three-way comparison with the version that the caller started from, so that the client can merge. */
export const staleVersion = async (
  articles: Revisions,
  current: Article,
  baseVersion: number,
  { mine, now }: Context,
): Promise<PortalError> => {
  const base = mine && (await articles.revision(current.id, baseVersion));
  const { version, updatedAt, updatedBy } = current;
  return new PortalError('stale_version', 'Hãy tải bản mới nhất, gộp phần sửa của mình rồi lưu lại.', {
    extra: {
      version,
      updatedAt,
      updatedBy,
      current: toArticleReply(current, now),
      ...(base && {
        comparison: compareThreeWay(
          { ...contentOf(base.article), version: baseVersion },
          mine,
          contentOf(current),
        ),
      }),
    },
  });
};

/**
 * Why the table refused a change of an article that is now `current`: another change, a deleted article or image, an old address that
 * belongs to another article, or an id that is another author's.
 */
export const refusedCommit = async (
  articles: Revisions & Pick<ArticleStore, 'takenUrls'>,
  { action, role, article: { id, updatedBy }, previousVersion, oldUrls }: Change,
  current: Article | null,
  context: Context,
): Promise<PortalError> => {
  if (current && !mayRead({ name: updatedBy, role }, current)) {
    return new PortalError('forbidden', 'Bài viết này của người khác.');
  }
  const isNew = action === 'create';
  const isUnchanged = current ? current.version === previousVersion : isNew;
  if (isUnchanged) {
    const taken = await articles.takenUrls(oldUrls.added, id);
    if (taken.length > 0) {
      return invalidField('oldUrls', `Địa chỉ cũ đã thuộc bài khác (${taken.join(', ')})`);
    }
    const message = isNew
      ? 'Mã này là của một bài đã xóa, hoặc một ảnh vừa bị xóa.'
      : 'Một ảnh của bài vừa bị xóa; hãy tải lại.';
    return new PortalError('wrong_state', message);
  }
  if (!current) return new PortalError('not_found', 'Bài viết đã bị xóa.');
  return staleVersion(articles, current, previousVersion, context);
};
