import type { Candidate } from './candidates.ts';
import { candidateLimit } from './limits.ts';
import type { QuerySyllable, SearchQuery } from './parse-query.ts';
import { hasDiacritics, type QueryTerm } from './query-terms.ts';
import type { ArticleRow, SearchIndex } from './search-index.ts';
import { exactKey, spellingKey } from './tokens.ts';

/** Weights of a match in the title and the summary and of a phrase, beside 1 in the body. */
const titleWeight = 8;
const summaryWeight = 3;
const phraseWeight = 5;
/** Factor on a term whose diacritics differ from those of the article. */
const otherDiacriticsFactor = 0.05;
/** Factor on a term that differs in i or y alone: tỉ for tỷ. */
const otherSpellingFactor = 0.9;
/** Factor on a pair whose syllables are not side by side in the title. */
const splitPairFactor = 0.5;
/** Syllables of a title at which its matches count half. */
const longTitleLength = 40;
/** The parts of the recency boost, for news of the month and of the last years, and the days after which each is halved. */
const recencyParts = [
  { boost: 1, halfLifeDays: 30 },
  { boost: 0.3, halfLifeDays: 730 },
];
const dayMs = 86_400_000;

/** Ids of the candidates with every phrase, best first, at most `candidateLimit`. With equal scores the newer one (by ULID) comes first. */
export const rankedIds = (
  index: SearchIndex,
  candidates: readonly Candidate[],
  phrases: SearchQuery['phrases'],
  now: Date,
): string[] => {
  const indexSize = index.size();
  // A phrase of two syllables is a single pair; of a longer one FTS5 matched only that every pair exists somewhere.
  const longPhrases = phrases
    .filter(({ length }) => length > 2)
    .map((phrase) => phrase.map(({ folded }) => folded));
  return candidates
    .filter(({ row }) => longPhrases.every((phrase) => index.containsPhrase(row.rowid, phrase)))
    .map((candidate) => ({ id: candidate.row.id, score: scoreOf(candidate, indexSize, now) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, candidateLimit)
    .map(({ id }) => id);
};

/** The score of a candidate: title above summary above body, typed diacritics above others, newer above older. */
const scoreOf = (candidate: Candidate, indexSize: number, now: Date): number => {
  const { row, matchWeight, hasTypedDiacritics, isInSummary, isPhrase, terms } = candidate;
  let total = 0;
  let title = 0;
  for (const term of terms) {
    const weight = inverseDocumentFrequency(term, indexSize);
    total += weight;
    title += weight * titleMatch(row, term);
  }
  const titleLength = row.foldedTitle.split(' ').length - 2;
  const titleScore = (titleWeight * title) / (1 + titleLength / longTitleLength);
  const bodyWeight = 1 + (isInSummary ? summaryWeight : 0) + (isPhrase ? phraseWeight : 0);
  const textScore = bodyWeight * total * (hasTypedDiacritics ? 1 : otherDiacriticsFactor);
  return (titleScore + textScore) * matchWeight * recencyBoost(row.publishedAt, now);
};

/** https://en.wikipedia.org/wiki/Tf–idf#Inverse_document_frequency */
export const inverseDocumentFrequency = (
  { documentFrequency }: Pick<QueryTerm, 'documentFrequency'>,
  indexSize: number,
) => Math.log(1 + indexSize / Math.max(documentFrequency, 1));

/** A factor from 2.3 for an article published now down to 1. */
const recencyBoost = (publishedAt: string, now: Date) => {
  const days = Math.max(0, now.getTime() - Date.parse(publishedAt)) / dayMs;
  return recencyParts.reduce(
    (factor, { boost, halfLifeDays }) => factor + boost * 2 ** (-days / halfLifeDays),
    1,
  );
};

/** 1 when the title contains the term as typed, less with other diacritics or a split pair, 0 when it does not contain it. */
const titleMatch = ({ foldedTitle, exactTitle }: ArticleRow, { syllables, isPrefix }: QueryTerm): number => {
  const end = isPrefix ? '' : ' ';
  const isWhole = foldedTitle.includes(` ${syllables.map(({ folded }) => folded).join(' ')}${end}`);
  if (isPrefix) return isWhole ? 1 : 0;
  const matched = isWhole ? syllables : syllables.filter(({ folded }) => foldedTitle.includes(` ${folded} `));
  const share = isWhole ? 1 : (splitPairFactor * matched.length) / syllables.length;
  const diacritics = matched.filter(hasDiacritics).map((syllable) => diacriticsMatch(exactTitle, syllable));
  return share * Math.min(1, ...diacritics);
};

/** 1 when the title contains the syllable with the typed diacritics, nearly as much when only i and y differ. */
const diacriticsMatch = (exactTitle: string, syllable: QuerySyllable): number => {
  const contains = (key: string) => exactTitle.includes(` ${key} `);
  if (contains(spellingKey(syllable))) return 1;
  const withI = exactKey(syllable);
  const withY = spellingKey({ ...syllable, marks: `y${syllable.marks}` });
  return contains(withI) || contains(withY) ? otherSpellingFactor : otherDiacriticsFactor;
};
