import type { QuerySyllable } from './parse-query.ts';
import { hasMarks, inverseDocumentFrequency, type QueryTerm } from './query-terms.ts';
import type { IndexRow } from './search-index.ts';
import { exactKey, spellingKey } from './tokens.ts';

/** Weights of a match in the title, in the summary, and of adjacent words, relative to the body. */
const titleWeight = 8;
const summaryWeight = 3;
const adjacencyWeight = 5;
/** Factor of a term whose typed marks differ from the article's. */
const otherMarksFactor = 0.05;
/** Factor of a spelling variant: tỉ for tỷ. */
const spellingVariantFactor = 0.9;
/** Factor of a syllable that is apart from its neighbours in the title. */
const gappedFactor = 0.5;
/** Length of a title, in syllables, at which a match in it counts half. */
const titleLengthNorm = 40;
/** Days after which the recency boost has halved. */
const recencyHalfLifeDays = 30;
const dayMs = 86_400_000;

/** How an article was found: see `strategies.ts`. */
export type Candidate = {
  row: IndexRow;
  /** The weight of the strategy that found it, from 0 to 1. */
  weight: number;
  /** Has every term as it was typed, marks included; has them in its summary. */
  isExact: boolean;
  isInSummary: boolean;
  /** Has the whole query, word after word. */
  isAdjacent: boolean;
  /** The terms that it is ranked by. */
  terms: readonly QueryTerm[];
};

/** Scores an article: title above summary above body, typed marks above other readings, newer above older. */
export const scoreOf = (candidate: Candidate, size: number, now: Date): number => {
  const {
    row,
    weight: coverage,
    isExact: isAsTyped,
    isInSummary,
    isAdjacent: isTogether,
    terms: units,
  } = candidate;
  let held = 0;
  let title = 0;
  for (const unit of units) {
    const weight = inverseDocumentFrequency(unit, size);
    held += weight;
    title += weight * titleMatch(row, unit);
  }
  const titleLength = row.foldedTitle.split(' ').length - 2;
  const body = 1 + (isInSummary ? summaryWeight : 0) + (isTogether ? adjacencyWeight : 0);
  const found =
    (titleWeight * title) / (1 + titleLength / titleLengthNorm) +
    body * held * (isAsTyped ? 1 : otherMarksFactor);
  return found * coverage * recency(row.publishedAt, now);
};

const recency = (publishedAt: string, now: Date) => {
  const days = Math.max(0, now.getTime() - Date.parse(publishedAt)) / dayMs;
  return 1 + 2 ** (-days / recencyHalfLifeDays);
};

/** 1 when the title has the term as typed, less for another reading or syllables apart, 0 when it does not have it. */
const titleMatch = (
  { foldedTitle, exactTitle }: IndexRow,
  { syllables, isPrefix: isBegun }: QueryTerm,
): number => {
  const end = isBegun ? '' : ' ';
  const together = foldedTitle.includes(` ${syllables.map(({ folded }) => folded).join(' ')}${end}`);
  if (isBegun) return together ? 1 : 0;
  const held = together ? syllables : syllables.filter(({ folded }) => foldedTitle.includes(` ${folded} `));
  const share = together ? 1 : (gappedFactor * held.length) / syllables.length;
  return share * Math.min(1, ...held.filter(hasMarks).map((syllable) => readingMatch(exactTitle, syllable)));
};

/** How well a title matches a syllable as typed: a spelling variant, with i for y, is nearly as good. */
const readingMatch = (exactTitle: string, syllable: QuerySyllable): number => {
  if (exactTitle.includes(` ${spellingKey(syllable)} `)) return 1;
  const [reading, withY] = [exactKey(syllable), spellingKey({ ...syllable, marks: `y${syllable.marks}` })];
  return exactTitle.includes(` ${reading} `) || exactTitle.includes(` ${withY} `)
    ? spellingVariantFactor
    : otherMarksFactor;
};
