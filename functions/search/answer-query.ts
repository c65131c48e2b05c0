import type { LiveArticle } from '../../shared/articles/live-article.ts';
import { isPublic } from '../../shared/articles/visibility.ts';
import type { Answer } from '../../shared/search/answer.ts';
import type { ChangeStore } from '../../shared/search/change-store.ts';
import type { Filter } from '../../shared/search/conditions.ts';
import type { Query, QuerySyllable } from '../../shared/search/parse-query.ts';
import { type Found, search } from '../../shared/search/search.ts';
import { markedTitle, snippetOf } from '../../shared/search/snippet.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { LiveIndex } from './live-index.ts';

export type Dependencies = { index: LiveIndex; changes: Pick<ChangeStore, 'articles'> };
export type SearchRequest = { query: Query; filter: Filter; offset: number };

export const pageSize = 10;
/** Articles that are read beyond the page, in case some are no longer public. */
const overRead = 3;

/**
 * Finds articles in the index, and reads those of the page from the table: an article that readers may no longer see is in no answer,
 * whatever the index has.
 */
export const answerQuery =
  ({ index, changes }: Dependencies) =>
  async ({ query, filter, offset }: SearchRequest, now: Date): Promise<Answer> => {
    const find = async ({ ids }: Found): Promise<LiveArticle[]> => {
      const found: LiveArticle[] = [];
      for await (const some of changes.articles(ids.slice(offset, offset + pageSize + overRead))) {
        found.push(...some.flatMap(({ live }) => (live && isPublic(live, now) ? [live] : [])));
      }
      return found;
    };

    let found = search(await index.get(now), query, filter, now);
    let articles = await find(found);
    if (articles.length < Math.min(found.ids.length - offset, pageSize + overRead)) {
      // Something changed since the index was last refreshed.
      found = search(await index.getNewest(now), query, filter, now);
      articles = await find(found);
    }
    const end = offset + pageSize;
    const matched: Query = found.corrected ? { ...query, syllables: found.corrected } : query;
    return {
      hits: articles.slice(0, pageSize).map((article) => ({
        article,
        title: markedTitle(article.title, matched),
        snippet: snippetOf(article, matched),
      })),
      total: found.total,
      next: end < found.ids.length ? end : null,
      repaired: found.corrected && spellingIn(found.corrected, articles),
    };
  };

/** Folded syllables as the found articles write them, with their diacritics. */
const spellingIn = (syllables: readonly QuerySyllable[], articles: readonly LiveArticle[]): string => {
  const written = new Map<string, string>();
  for (const { title, summary } of articles) {
    const text = `${title} ${summary}`;
    for (const { folded, start, end } of syllablesOf(text)) {
      if (!written.has(folded)) written.set(folded, text.slice(start, end).toLowerCase());
    }
  }
  return syllables.map(({ folded }) => written.get(folded) ?? folded).join(' ');
};
