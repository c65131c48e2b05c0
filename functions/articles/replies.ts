import type * as z from 'zod/mini';
import type { Article } from '../../shared/articles/article.ts';
import { articlePath } from '../../shared/articles/article-path.ts';
import { articleReply as articleSchema } from '../../shared/articles/replies.ts';
import { stateAt } from '../../shared/articles/workflow.ts';
import type { HttpReply } from '../../shared/http/event.ts';
import { jsonReply, noStore, versionEtag } from '../../shared/http/reply.ts';
import { localTime, timeZone } from '../../shared/time/local-day.ts';

type Dated = Pick<Article, 'category' | 'slug' | 'id' | 'status' | 'publishedAt' | 'withdrawAt'>;
type Removed = z.input<typeof articleSchema>['removed'];

/** Adds what the clock decides: the state now, the address once it is public, and the times in Viet Nam. */
export const withCurrentState = <T extends Dated>(article: T, now: Date) => ({
  ...article,
  state: stateAt(article, now),
  url: articlePath(article),
  localTimes: {
    zone: timeZone,
    publishedAt: article.publishedAt && localTime(article.publishedAt),
    withdrawAt: article.withdrawAt && localTime(article.withdrawAt),
  },
});

/** The body of an article reply, without fields that editors do not see. */
export const toArticleReply = (article: Article, now: Date) =>
  articleSchema.parse(withCurrentState(article, now));

/** An article as editors see it, with its version as the ETag. */
export const articleReply = (
  status: number,
  article: Article,
  now: Date,
  { removed, headers }: { removed?: Removed; headers?: Record<string, string> } = {},
): HttpReply =>
  jsonReply(
    status,
    articleSchema,
    { ...withCurrentState(article, now), ...(removed && { removed }) },
    { ...noStore, ...versionEtag(article.version), ...headers },
  );
