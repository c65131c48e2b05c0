import { type Syllable, syllablesOf } from '../text/fold.ts';
import { textBlocks } from './article-text.ts';
import type { Query } from './parse-query.ts';

/** A piece of text, and whether it is a match. */
export type Piece = { text: string; isMatch: boolean };
type Article = { summary: string; body: string };

/** Syllables of a snippet, and those before its first match. */
const snippetSyllables = 36;
const leadSyllables = 6;
/** Syllables of an article that are searched for a snippet. */
const maxSyllables = 6000;

/** The part of an article with the most matches, as pieces; without a match its beginning. */
export const snippetOf = ({ summary, body }: Article, query: Query): Piece[] => {
  const text = [summary, ...textBlocks(body)].filter((block) => block !== '').join('\n');
  const syllables = syllablesOf(text).slice(0, maxSyllables);
  const matches = matchesIn(syllables, query);
  const first = bestStart(matches);
  const shown = syllables.slice(first, first + snippetSyllables);
  const start = first === 0 ? 0 : (shown[0]?.start ?? 0);
  const rest = syllables[first + snippetSyllables];
  const end = rest ? (shown.at(-1)?.end ?? text.length) : text.length;
  const pieces = piecesOf(text, shown, { start, end, isMatch: (index) => matches[first + index] ?? 0 });
  return [
    ...(start > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: ' …', isMatch: false }] : []),
  ];
};

/** A title as pieces. */
export const markedTitle = (title: string, query: Query): Piece[] => {
  const syllables = syllablesOf(title);
  const matches = matchesIn(syllables, query);
  return piecesOf(title, syllables, { start: 0, end: title.length, isMatch: (index) => matches[index] ?? 0 });
};

/**
 * The value of each syllable as a match: 2 next to another syllable that was typed next to it, 1 for the only syllable of a query, else
 * 0, because a common word such as "của" means nothing alone.
 */
const matchesIn = (syllables: readonly Syllable[], { syllables: free, phrases }: Query): number[] => {
  const runs = [free, ...phrases].filter(({ length }) => length > 0);
  const pairs = new Set<string>();
  const singles = new Set<string>();
  for (const run of runs) {
    if (run.length === 1) singles.add(run[0]?.folded ?? '');
    for (const [at, { folded, follows }] of run.entries()) {
      if (follows) pairs.add(`${run[at - 1]?.folded} ${folded}`);
      else if (!run[at + 1]?.follows) singles.add(folded);
    }
  }
  const found: number[] = syllables.map(({ folded }) => (singles.has(folded) ? 1 : 0));
  for (let at = 1; at < syllables.length; at += 1) {
    if (!pairs.has(`${syllables[at - 1]?.folded} ${syllables[at]?.folded}`)) continue;
    found[at - 1] = 2;
    found[at] = 2;
  }
  return found;
};

/** The start of the window with the most matches. */
const bestStart = (matches: readonly number[]): number => {
  let sum = 0;
  let best = 0;
  let bestFirst = 0;
  for (const [at, match] of matches.entries()) {
    sum += match;
    if (at >= snippetSyllables) sum -= matches[at - snippetSyllables] ?? 0;
    if (sum > best) {
      best = sum;
      bestFirst = Math.max(0, at - snippetSyllables + 1);
    }
  }
  if (best === 0) return 0;
  const firstMatch = matches.findIndex((match, at) => at >= bestFirst && match > 0);
  return firstMatch < snippetSyllables - leadSyllables ? 0 : Math.max(0, firstMatch - leadSyllables);
};

type Cut = { start: number; end: number; isMatch: (index: number) => number };

/** Text from start to end as pieces; adjacent matches are one piece. */
const piecesOf = (text: string, syllables: readonly Syllable[], { start, end, isMatch }: Cut): Piece[] => {
  const pieces: Piece[] = [];
  let at = start;
  const push = (until: number, isMatched: boolean) => {
    if (until <= at) return;
    pieces.push({ text: text.slice(at, until).replaceAll('\n', ' '), isMatch: isMatched });
    at = until;
  };
  for (let index = 0; index < syllables.length; index += 1) {
    if (!isMatch(index)) continue;
    push(syllables[index]?.start ?? at, false);
    while (index + 1 < syllables.length && isMatch(index + 1)) index += 1;
    push(syllables[index]?.end ?? at, true);
  }
  push(end, false);
  return pieces;
};
