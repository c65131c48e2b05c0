import {
  type Article,
  articleState,
  editorialArticle,
  type Revision,
} from '../../shared/articles/article.ts';
import { articlePath } from '../../shared/articles/article-path.ts';
import { stateAt } from '../../shared/articles/workflow.ts';
import type { HttpReply } from '../../shared/http/event.ts';
import { jsonReply, noStore, versionEtag } from '../../shared/http/reply.ts';
import { localTime, timeZone } from '../../shared/time/local-day.ts';

type Listed = Pick<Article, 'category' | 'slug' | 'id' | 'status' | 'publishedAt' | 'withdrawAt'>;

/** With the path at which readers find it once it is public, and with what it is at this moment, its times on the clocks of Viet Nam. */
export const shown = <T extends Listed>(of: T, now: Date) => ({
  ...of,
  state: articleState.parse(stateAt(of, now)),
  url: articlePath(of),
  localTimes: {
    zone: timeZone,
    publishedAt: of.publishedAt && localTime(of.publishedAt),
    withdrawAt: of.withdrawAt && localTime(of.withdrawAt),
  },
});

/** An article as editors get it at this moment. */
export const shownNow = (of: Article, now: Date) => shown(editorialArticle.parse(of), now);

/** One saved state as editors get it. */
export const shownRevision = (of: Revision) => ({ ...of, article: editorialArticle.parse(of.article) });

/** An article as editors get it: its declared shape and no more, with its version as the entity tag. */
export const articleReply = (
  status: number,
  of: Article,
  now: Date,
  extra: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): HttpReply =>
  jsonReply(
    status,
    { ...shownNow(of, now), ...extra },
    { ...noStore, ...versionEtag(of.version), ...headers },
  );
