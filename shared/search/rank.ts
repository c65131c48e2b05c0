import type { QuerySyllable } from './parse-query.ts';
import { hasMarks, inverseDocumentFrequency, type QueryTerm } from './query-terms.ts';
import type { IndexRow } from './search-index.ts';
import { exactKey, spellingKey } from './tokens.ts';

/** How much better than in the body it is to be found in the title, in the summary, or word after word. */
const titleWeight = 8;
const summaryWeight = 3;
const adjacencyWeight = 5;
/** What remains of a unit whose typed marks are others than the article's. */
const otherMarksFactor = 0.05;
/** What remains of one that is spelt otherwise: tỉ for tỷ. */
const spellingVariantFactor = 0.9;
/** A syllable of the title that stands apart from its neighbours in the query. */
const gappedFactor = 0.5;
/** Syllables of a title at which what is found in it counts half. */
const titleLengthNorm = 40;
/** After how many days news has lost half of what its youth is worth. */
const recencyHalfLifeDays = 30;
const dayMs = 86_400_000;

/** How an article was found: see `search.ts`. */
export type Candidate = {
  row: IndexRow;
  /** How much of the query it holds, from 0 to 1. */
  weight: number;
  /** Holds every unit as it was typed, marks and all; in its summary. */
  isExact: boolean;
  isInSummary: boolean;
  /** Holds the whole query, word after word. */
  isAdjacent: boolean;
  /** What of the query, or of the repaired one, it is ranked by. */
  terms: readonly QueryTerm[];
};

/** How well an article answers: title above summary above body, typed marks above other readings, newer above older. */
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

/** 1 when the title holds the unit as it was typed, less when it reads otherwise or the syllables stand apart, 0 when it does not. */
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

/** How well a title reads a syllable as it was typed: another spelling of it, with i for y, is nearly as good. */
const readingMatch = (exactTitle: string, syllable: QuerySyllable): number => {
  if (exactTitle.includes(` ${spellingKey(syllable)} `)) return 1;
  const [reading, withY] = [exactKey(syllable), spellingKey({ ...syllable, marks: `y${syllable.marks}` })];
  return exactTitle.includes(` ${reading} `) || exactTitle.includes(` ${withY} `)
    ? spellingVariantFactor
    : otherMarksFactor;
};
