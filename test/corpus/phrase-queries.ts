import { textBlocks } from '../../shared/search/article-text.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { CorpusArticle } from './articles.ts';
import { createSampler } from './sampler.ts';
import { documents, placeFirst, placeSecond } from './words.ts';

/** A short query, and the indexes of all articles that contain it, whatever the diacritics, its syllables side by side. */
export type PhraseQuery = { query: string; containing: ReadonlySet<number> };

/** Queries of two kinds that some article contains: names of places (two syllables), and codes of documents. */
export const phraseQueries = (articles: readonly CorpusArticle[], count: number, seed = 11) => {
  const sampler = createSampler(seed);
  const texts = articles.map(({ title, summary, body }) =>
    [title, summary, ...textBlocks(body)].map(plainWords).join('.'),
  );
  const generate = (draft: () => string): PhraseQuery[] => {
    const queries: PhraseQuery[] = [];
    for (let tries = 0; queries.length < count && tries < count * 30; tries += 1) {
      const query = draft();
      const needle = plainWords(query);
      const containing = new Set(texts.flatMap((text, index) => (text.includes(needle) ? [index] : [])));
      if (containing.size > 0) queries.push({ query, containing });
    }
    return queries;
  };
  return {
    places: generate(() => `${sampler.pick(placeFirst)} ${sampler.pick(placeSecond)}`),
    codes: generate(() => `${1 + sampler.intBelow(990)}/${sampler.pick(documents).split('-')[0]}`),
  };
};

const plainWords = (text: string) =>
  ` ${syllablesOf(text)
    .map(({ folded }) => folded)
    .join(' ')} `;

/** The share of the first ten places, or of as many as there are articles for, that hold an article with the phrase. */
export const phraseScore = ({ containing }: PhraseQuery, ids: readonly number[]) => {
  const first = ids.slice(0, Math.min(10, containing.size));
  return first.filter((id) => containing.has(id)).length / Math.min(10, containing.size);
};
