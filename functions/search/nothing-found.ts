import type { LiveArticle } from '../../shared/articles/live-article.ts';
import type { ChangeStore } from '../../shared/search/change-store.ts';
import type { QuerySyllable, SearchQuery } from '../../shared/search/parse-query.ts';
import { search } from '../../shared/search/search.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { IndexCache } from './index-cache.ts';
import { readPublic } from './read-public.ts';
import type { SearchRequest } from './search-request.ts';

const maxNearest = 5;
const noFilter = { category: null, from: null, before: null };

/** What helps a reader on whose query matches nothing. */
export type NothingFound = {
  /** Words of the query, as typed, that no article contains. */
  unknownWords: string[];
  /** Articles that match the other words, whatever their category and date: best first. */
  nearest: LiveArticle[];
};

type Dependencies = { index: IndexCache; changes: Pick<ChangeStore, 'readArticles'> };

/** Explains why a query matches nothing. */
export const explainNothingFound =
  ({ index, changes }: Dependencies) =>
  async ({ text, query }: Pick<SearchRequest, 'text' | 'query'>, now: Date): Promise<NothingFound> => {
    const searched = await index.get(now);
    const wanted = [...query.syllables, ...query.phrases.flat()];
    const isUnknown = ({ folded }: QuerySyllable) => !searched.hasSyllable(folded);
    const { ids } = search(searched, withoutUnknown(wanted, isUnknown), noFilter, now);
    return {
      unknownWords: spellings(text, new Set(wanted.filter(isUnknown).map(({ folded }) => folded))),
      nearest: await readPublic(changes, ids.slice(0, maxNearest), now),
    };
  };

/** The syllables that articles contain, as words without quotation marks. Two are no longer adjacent where one between them is left out. */
const withoutUnknown = (
  wanted: readonly QuerySyllable[],
  isUnknown: (syllable: QuerySyllable) => boolean,
): SearchQuery => ({
  syllables: wanted.flatMap((syllable, at) => {
    if (isUnknown(syllable)) return [];
    const previous = wanted[at - 1];
    return [{ ...syllable, isAdjacent: syllable.isAdjacent && !!previous && !isUnknown(previous) }];
  }),
  phrases: [],
  excluded: [],
});

/** The words of a text that fold to one of the given syllables, each once. */
const spellings = (text: string, folded: ReadonlySet<string>): string[] => [
  ...new Set(
    syllablesOf(text)
      .filter((syllable) => folded.has(syllable.folded))
      .map(({ start, end }) => text.slice(start, end).toLowerCase()),
  ),
];
