import type { LiveArticle } from '../../shared/articles/live-article.ts';
import { isPublic } from '../../shared/articles/visibility.ts';
import type { Answer } from '../../shared/search/answer.ts';
import type { ChangeStore } from '../../shared/search/change-store.ts';
import { parseQuery, type Query } from '../../shared/search/parse-query.ts';
import { type Filter, type Found, search } from '../../shared/search/search.ts';
import { markedTitle, snippetOf } from '../../shared/search/snippet.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { LiveIndex } from './live-index.ts';

export type Dependencies = { index: LiveIndex; changes: Pick<ChangeStore, 'articles'> };
export type Asked = { text: string; filter: Filter; offset: number };

export const pageLength = 10;
/** Articles that are read besides those of the page, in case some are gone. */
const spare = 3;

/** Answers a query from the index, and from the table what is shown: an article that readers may not see any more is in no answer, whatever the index holds. */
export const answerQuery =
  ({ index, changes }: Dependencies) =>
  async ({ text, filter, offset }: Asked, now: Date): Promise<Answer> => {
    const query = parseQuery(text);
    const find = async ({ ids }: Found): Promise<LiveArticle[]> => {
      const found: LiveArticle[] = [];
      for await (const some of changes.articles(ids.slice(offset, offset + pageLength + spare))) {
        found.push(...some.flatMap(({ live }) => (live && isPublic(live, now) ? [live] : [])));
      }
      return found;
    };

    let found = search(await index.get(now), query, filter, now);
    let articles = await find(found);
    if (articles.length < Math.min(found.ids.length - offset, pageLength + spare)) {
      // Something changed since the index was last brought up to date.
      found = search(await index.getNewest(now), query, filter, now);
      articles = await find(found);
    }
    const end = offset + pageLength;
    const lookedFor: Query = found.repaired ? { ...query, syllables: found.repaired } : query;
    return {
      hits: articles.slice(0, pageLength).map((article) => ({
        article,
        title: markedTitle(article.title, lookedFor),
        snippet: snippetOf(article, lookedFor),
      })),
      total: found.total,
      next: end < found.ids.length ? end : null,
      repaired: found.repaired && writtenAs(found.repaired, articles),
    };
  };

/** Folded syllables as the first article that was found writes them, marks and all. */
const writtenAs = (syllables: Found['repaired'] & {}, articles: readonly LiveArticle[]): string => {
  const written = new Map<string, string>();
  for (const { title, summary } of articles) {
    const text = `${title} ${summary}`;
    for (const { folded, start, end } of syllablesOf(text)) {
      if (!written.has(folded)) written.set(folded, text.slice(start, end).toLowerCase());
    }
  }
  return syllables.map(({ folded }) => written.get(folded) ?? folded).join(' ');
};
