import type { LiveArticle } from '../../shared/articles/live-article.ts';
import type { ChangeStore } from '../../shared/search/change-store.ts';
import { pageSize } from '../../shared/search/limits.ts';
import type { QuerySyllable } from '../../shared/search/parse-query.ts';
import type { ResultPage } from '../../shared/search/result-page.ts';
import { search, type UnderstoodQuery } from '../../shared/search/search.ts';
import { highlightTitle, snippetOf } from '../../shared/search/snippet.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { IndexCache } from './index-cache.ts';
import { readPublic } from './read-public.ts';
import type { SearchRequest } from './search-request.ts';

type Dependencies = { index: IndexCache; changes: Pick<ChangeStore, 'readArticles'> };

/** Articles read beyond a page, in case some are no longer public. */
const spareReads = 3;

/**
 * Answers a search from the index, and reads the articles of the page from the table: an article that is no longer public is never
 * shown, even if the index still has it.
 */
export const answerQuery =
  ({ index, changes }: Dependencies) =>
  async ({ query, filter, offset }: SearchRequest, now: Date): Promise<ResultPage> => {
    let result = search(await index.get(now), query, filter, now);
    let ids = idsToRead(result.ids, offset);
    let articles = await readPublic(changes, ids, now);
    if (articles.length < ids.length) {
      // The index is out of date: something has changed since its last refresh.
      result = search(await index.refresh(now), query, filter, now);
      ids = idsToRead(result.ids, offset);
      articles = await readPublic(changes, ids, now);
    }
    const { total, understood } = result;
    const end = offset + pageSize;
    return {
      hits: articles.slice(0, pageSize).map((article) => ({
        article,
        title: highlightTitle(article.title, understood.query),
        snippet: snippetOf(article, understood.query),
      })),
      total,
      next: end < result.ids.length ? end : null,
      correctedQuery: correctedQuery(understood, articles),
    };
  };

const idsToRead = (ids: readonly string[], offset: number) =>
  ids.slice(offset, offset + pageSize + spareReads);

/** The text of a query that was decoded or corrected; null when it was taken as typed. */
const correctedQuery = (
  { query: { syllables }, decodedFrom, corrections }: UnderstoodQuery,
  articles: readonly LiveArticle[],
): string | null => {
  if (corrections.length > 0) return restoreDiacritics(syllables, articles);
  return decodedFrom && syllables.map(({ written }) => written).join(' ');
};

/** Spells folded syllables as the first article that contains them does. */
const restoreDiacritics = (syllables: readonly QuerySyllable[], articles: readonly LiveArticle[]): string => {
  const spellings = new Map<string, string>();
  for (const { title, summary } of articles) {
    const text = `${title} ${summary}`;
    for (const { folded, start, end } of syllablesOf(text)) {
      if (!spellings.has(folded)) spellings.set(folded, text.slice(start, end).toLowerCase());
    }
  }
  return syllables.map(({ folded }) => spellings.get(folded) ?? folded).join(' ');
};
