import type { Article } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { Change, StepContext } from '../../shared/articles/change.ts';
import type { ArticleContent } from '../../shared/articles/content.ts';
import { assertAllowed, mayRead, type Step } from '../../shared/articles/workflow.ts';
import { PortalError } from '../../shared/errors.ts';
import { actorOf } from '../../shared/http/actor.ts';
import type { HttpEvent } from '../../shared/http/event.ts';
import { ifMatch, parsePath } from '../../shared/http/request.ts';
import { articleId } from '../../shared/ids.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { assertChangeFits } from './change-limits.ts';
import { refusedCommit, staleVersion } from './commit-errors.ts';
import { isSavedAlready } from './saved-already.ts';

type Dependencies = {
  articles: Pick<ArticleStore, 'get' | 'revision' | 'commit' | 'takenUrls'>;
  site: Pick<SiteStore, 'writesWithArticle'>;
  clock: () => Date;
};

/** Attempts at a change that writes to the settings too, which others save. */
const siteAttempts = 4;

/** Loads articles for callers who may see or change them, and commits the changes that they make. */
export const articleSteps = ({ articles, site, clock }: Dependencies) => {
  const load = async (event: HttpEvent): Promise<Article> => {
    const article = await articles.get(parsePath(event, 'id', articleId));
    if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
    return article;
  };

  /**
   * Commits a change and returns the article after it. Throws `stale_version`, `wrong_state`, `not_found`, `forbidden` or
   * `invalid_fields` when another change came first; `mine` is the content for the three-way comparison.
   */
  const commit = async (change: Change, mine?: ArticleContent, tries = 1): Promise<Article> => {
    assertChangeFits(change);
    const siteWrites = await site.writesWithArticle(change);
    if (await articles.commit(change, siteWrites)) return change.article;
    const { previousVersion, article } = change;
    const current = await articles.get(article.id);
    if (current && isSavedAlready(current, previousVersion, article.updatedBy, mine)) return current;
    // Perhaps only the settings were saved meanwhile.
    if (siteWrites.length > 0 && tries < siteAttempts && current?.version === previousVersion) {
      return commit(change, mine, tries + 1);
    }
    throw await refusedCommit(articles, change, current, { mine, now: clock() });
  };

  return {
    /** The caller and the time of a step. */
    contextOf: (event: HttpEvent): StepContext => ({ actor: actorOf(event), now: clock() }),

    /** The article, for a caller who may see it. A caller without a role does not learn whether it exists. */
    async loadReadable(event: HttpEvent): Promise<Article> {
      const actor = actorOf(event);
      const article = await load(event);
      if (!mayRead(actor, article)) throw new PortalError('forbidden', 'Bài viết này của người khác.');
      return article;
    },

    /**
     * Takes one step: loads the article, checks that the caller may take the step from the version in `If-Match`, computes the change
     * and commits it. Returns the article after the step. A save that is sent again finds its own result.
     */
    async take(
      event: HttpEvent,
      step: Step,
      { actor, now }: StepContext,
      toChange: (before: Article) => Change | Promise<Change>,
      mine?: ArticleContent,
    ): Promise<Article> {
      const version = ifMatch(event);
      const before = await load(event);
      assertAllowed(actor, step, before, now);
      if (isSavedAlready(before, version, actor.name, mine)) return before;
      if (before.version !== version) throw await staleVersion(articles, before, version, { mine, now });
      return commit(await toChange(before), mine);
    },

    commit,
  };
};
export type ArticleSteps = ReturnType<typeof articleSteps>;
