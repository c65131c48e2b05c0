import { type Syllable, syllablesOf } from '../text/fold.ts';
import { textBlocks } from './article-text.ts';
import type { SearchQuery } from './parse-query.ts';

/** A segment of a text, to be highlighted or not. */
export type TextSegment = { text: string; isMatch: boolean };

/** Lengths in syllables: of a snippet, and of the text in it before the first match. */
const snippetLength = 36;
const leadLength = 6;
/** Syllables of an article that are searched for the best snippet. */
const maxScannedLength = 6000;

/** The part of an article with the most matches, highlighted; its beginning when nothing matches. */
export const snippetOf = (
  { summary, body }: { summary: string; body: string },
  query: SearchQuery,
): TextSegment[] => {
  const text = snippetSource(summary, textBlocks(body));
  const syllables = syllablesOf(text).slice(0, maxScannedLength);
  const scores = matchScores(syllables, query);
  const first = snippetStart(scores);
  const shown = syllables.slice(first, first + snippetLength);
  const start = first === 0 ? 0 : (shown[0]?.start ?? 0);
  const isCut = syllables.length > first + snippetLength;
  const end = isCut ? (shown.at(-1)?.end ?? text.length) : text.length;
  const segments = segmentsOf(text, shown, {
    start,
    end,
    isMatch: (index) => (scores[first + index] ?? 0) > 0,
  });
  return [
    ...(start > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...segments,
    ...(end < text.length ? [{ text: ' …', isMatch: false }] : []),
  ];
};

/** Summary and body. The summary of an article that has none is the beginning of its body (`excerpt`), which is left out. */
const snippetSource = (summary: string, blocks: readonly string[]): string => {
  const text = blocks.join('\n');
  const isExcerpt = text.replaceAll('\n', ' ').startsWith(summary.replace(/\s*…$/, ''));
  return isExcerpt || text === '' ? text || summary : `${summary}\n${text}`;
};

/** A title with its matches highlighted. */
export const highlightTitle = (title: string, query: SearchQuery): TextSegment[] => {
  const syllables = syllablesOf(title);
  const scores = matchScores(syllables, query);
  return segmentsOf(title, syllables, {
    start: 0,
    end: title.length,
    isMatch: (index) => (scores[index] ?? 0) > 0,
  });
};

/**
 * Scores every syllable: 2 for a pair of neighbours in the query, 1 for a syllable that has no neighbour in the query, else 0.
 * A syllable as common as "của" is no match by itself.
 */
const matchScores = (syllables: readonly Syllable[], query: SearchQuery): number[] => {
  const { pairs, singles } = highlightedTerms(query);
  const scores: number[] = syllables.map(({ folded }) => (singles.has(folded) ? 1 : 0));
  for (let at = 1; at < syllables.length; at += 1) {
    if (!pairs.has(`${syllables[at - 1]?.folded} ${syllables[at]?.folded}`)) continue;
    scores[at - 1] = 2;
    scores[at] = 2;
  }
  return scores;
};

/** The pairs of a query, and its syllables without neighbours. */
const highlightedTerms = ({ syllables, phrases }: SearchQuery) => {
  const pairs = new Set<string>();
  const singles = new Set<string>();
  for (const run of [syllables, ...phrases]) {
    for (const [at, { folded, isAdjacent }] of run.entries()) {
      if (isAdjacent) pairs.add(`${run[at - 1]?.folded} ${folded}`);
      else if (!run[at + 1]?.isAdjacent) singles.add(folded);
    }
  }
  return { pairs, singles };
};

/** The index at which a snippet begins: 0 when nothing matches or the first matches are near the beginning. */
const snippetStart = (scores: readonly number[]): number => {
  const windowStart = bestWindowStart(scores);
  if (windowStart === null) return 0;
  const firstMatch = scores.findIndex((score, at) => at >= windowStart && score > 0);
  return firstMatch < snippetLength - leadLength ? 0 : Math.max(0, firstMatch - leadLength);
};

/** The first index of the `snippetLength` syllables with the highest sum of scores; null when nothing matches. */
const bestWindowStart = (scores: readonly number[]): number | null => {
  let sum = 0;
  let bestSum = 0;
  let best: number | null = null;
  for (const [at, score] of scores.entries()) {
    sum += score;
    if (at >= snippetLength) sum -= scores[at - snippetLength] ?? 0;
    if (sum > bestSum) {
      bestSum = sum;
      best = Math.max(0, at - snippetLength + 1);
    }
  }
  return best;
};

type SegmentRange = { start: number; end: number; isMatch: (index: number) => boolean };

/** The text from `start` to `end` in segments. Matches side by side are one segment, with the text between them. */
const segmentsOf = (
  text: string,
  syllables: readonly Syllable[],
  { start, end, isMatch }: SegmentRange,
): TextSegment[] => {
  const segments: TextSegment[] = [];
  let at = start;
  const pushUntil = (until: number, isMatched: boolean) => {
    if (until <= at) return;
    segments.push({ text: text.slice(at, until).replaceAll('\n', ' '), isMatch: isMatched });
    at = until;
  };
  for (let index = 0; index < syllables.length; index += 1) {
    if (!isMatch(index)) continue;
    pushUntil(syllables[index]?.start ?? at, false);
    while (index + 1 < syllables.length && isMatch(index + 1)) index += 1;
    pushUntil(syllables[index]?.end ?? at, true);
  }
  pushUntil(end, false);
  return segments;
};
