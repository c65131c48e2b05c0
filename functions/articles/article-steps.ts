import type { Article, ArticleContent } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { contentOf } from '../../shared/articles/compare.ts';
import type { Change, StepContext } from '../../shared/articles/edit.ts';
import { compareThreeWay } from '../../shared/articles/three-way.ts';
import { assertAllowed, mayRead, type Step } from '../../shared/articles/workflow.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { actorOf } from '../../shared/http/actor.ts';
import type { HttpEvent } from '../../shared/http/event.ts';
import { ifMatch, parsePath } from '../../shared/http/request.ts';
import { articleId } from '../../shared/ids.ts';
import { imageLimit, partLimit } from './content-reader.ts';
import { shownNow } from './replies.ts';

type Dependencies = {
  articles: Pick<ArticleStore, 'get' | 'revision' | 'commit' | 'takenUrls'>;
  clock: () => Date;
};

/** What every route of an article does with it: finds it for who may have it, and commits a step. */
export const articleSteps = ({ articles, clock }: Dependencies) => {
  const find = async (event: HttpEvent): Promise<Article> => {
    const article = await articles.get(parsePath(event, 'id', articleId));
    if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
    return article;
  };

  /** The newer version, whole; and what both made of the version that the client started from, so that it can merge. */
  const stale = async (current: Article, seen: number, mine?: ArticleContent) => {
    const base = mine && (await articles.revision(current.id, seen));
    const { version, updatedAt, updatedBy } = current;
    return new PortalError('stale_version', 'Hãy tải bản mới nhất, gộp phần sửa của mình rồi lưu lại.', {
      extra: {
        ...{ version, updatedAt, updatedBy, current: shownNow(current, clock()) },
        ...(base && {
          comparison: compareThreeWay(
            { ...contentOf(base.article), version: seen },
            mine,
            contentOf(current),
          ),
        }),
      },
    });
  };

  return {
    /** Who calls, and when. */
    taken: (event: HttpEvent): StepContext => ({ actor: actorOf(event), now: clock() }),

    /** The article, for a caller who may see it. Who has no role here is not told whether it exists. */
    async findReadable(event: HttpEvent): Promise<Article> {
      const actor = actorOf(event);
      const article = await find(event);
      if (!mayRead(actor, article)) throw new PortalError('forbidden', 'Bài viết này của người khác.');
      return article;
    },

    /** The article that the caller may change by a step, at the version that the caller has seen; with `mine`, what the caller would save. */
    async findForChange(event: HttpEvent, step: Step, { actor, now }: StepContext, mine?: ArticleContent) {
      const seen = ifMatch(event);
      const article = await find(event);
      assertAllowed(actor, step, article, now);
      if (article.version !== seen) throw await stale(article, seen, mine);
      return article;
    },

    /** Writes a step, or throws what came between: `stale_version`, `wrong_state`, `not_found`. */
    async commit(change: Change, mine?: ArticleContent) {
      const { images, oldUrls, leftTags, live, article } = change;
      const joinedTags = typeof live === 'string' ? [] : article.liveTags;
      const pictures = [...images.held, ...images.released];
      const parts = [...pictures, ...oldUrls.added, ...oldUrls.dropped, ...leftTags, ...joinedTags];
      if (parts.length > partLimit) {
        const isImages = pictures.length > imageLimit;
        const field = isImages ? 'gallery' : 'oldUrls';
        const what = isImages ? `${imageLimit} ảnh` : `${partLimit} ảnh, địa chỉ cũ và từ khóa`;
        throw invalidField(field, `Đổi quá ${what} một lần; hãy lưu làm nhiều lần`);
      }
      if (await articles.commit(change)) return;
      const current = await articles.get(change.article.id);
      if (current?.version === change.previousVersion || (!current && change.action === 'create')) {
        const taken = await articles.takenUrls(oldUrls.added, change.article.id);
        if (taken.length > 0)
          throw invalidField('oldUrls', `Địa chỉ cũ đã thuộc bài khác (${taken.join(', ')})`);
        const isNew = change.action === 'create';
        throw new PortalError(
          'wrong_state',
          isNew
            ? 'Mã này là của một bài đã xóa, hoặc một ảnh vừa bị xóa.'
            : 'Một ảnh của bài vừa bị xóa; hãy tải lại.',
        );
      }
      if (!current) throw new PortalError('not_found', 'Bài viết đã bị xóa.');
      throw await stale(current, change.previousVersion, mine);
    },
  };
};
export type ArticleDesk = ReturnType<typeof articleSteps>;
