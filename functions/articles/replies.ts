import * as z from 'zod/mini';
import { type Article, article, type Revision } from '../../shared/articles/article.ts';
import { articlePath } from '../../shared/articles/article-path.ts';
import type { HttpReply } from '../../shared/http/event.ts';
import { etagOf, jsonReply, noStore } from '../../shared/http/reply.ts';

/** With the path at which readers find it once it is public. */
export const withUrl = <T extends Pick<Article, 'category' | 'slug' | 'id'>>(of: T) => ({
  ...of,
  url: articlePath(of),
});

/** All that editors see of an article: not what only the next step needs. */
const shownArticle = z.omit(article, { liveImages: true, liveTags: true });

/** One saved state as editors get it. */
export const shownRevision = (of: Revision) => ({ ...of, article: shownArticle.parse(of.article) });

/** An article as editors get it: its declared shape and no more, with its version as the entity tag. */
export const articleReply = (
  status: number,
  of: Article,
  extra: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): HttpReply =>
  jsonReply(
    status,
    { ...withUrl(shownArticle.parse(of)), ...extra },
    { ...noStore, ...etagOf(of.version), ...headers },
  );
