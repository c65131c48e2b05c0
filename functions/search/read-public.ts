import type { LiveArticle } from '../../shared/articles/live-article.ts';
import { isPublic } from '../../shared/articles/visibility.ts';
import type { ChangeStore } from '../../shared/search/change-store.ts';

/** Reads articles strongly consistently, without those that are not public. */
export const readPublic = async (
  changes: Pick<ChangeStore, 'readArticles'>,
  ids: readonly string[],
  now: Date,
): Promise<LiveArticle[]> => {
  const articles: LiveArticle[] = [];
  for await (const batch of changes.readArticles(ids)) {
    articles.push(...batch.flatMap(({ live }) => (live && isPublic(live, now) ? [live] : [])));
  }
  return articles;
};
