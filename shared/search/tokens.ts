import { type FoldedSyllable, type Syllable, syllablesOf } from '../text/fold.ts';
import { type SearchableArticle, searchableBlocks } from './article-text.ts';

/**
 * The kinds of tokens, each with the letter that its tokens begin with. All tokens are plain ASCII, and an article has each at
 * most once. Pairs of neighbouring syllables are tokens of their own, for single syllables are in every second article.
 */
export const tokenPrefixes = {
  syllable: 's',
  exactSyllable: 'x',
  pair: 'p',
  exactPair: 'q',
  titleSyllable: 't',
  titlePair: 'u',
  summaryPair: 'v',
  category: 'c',
  month: 'm',
  year: 'y',
} as const;
export type TokenKind = keyof typeof tokenPrefixes;

/** Characters of tokens besides letters and digits: `tokenchars` of FTS5. */
export const tokenCharacters = '~|,-';

export const pairKey = (first: FoldedSyllable, second: FoldedSyllable) => `${first.folded}~${second.folded}`;

/** A syllable with its diacritics, the same for i and y: `ti|3`. */
export const exactKey = (syllable: FoldedSyllable) => `${syllable.folded}|${diacriticsOf(syllable)}`;
export const exactPairKey = (first: FoldedSyllable, second: FoldedSyllable) =>
  `${pairKey(first, second)}|${diacriticsOf(first)},${diacriticsOf(second)}`;

/** A syllable with its diacritics, with i and y distinguished: `ti|3`, `ti|y3`. */
export const spellingKey = ({ folded, marks }: FoldedSyllable) => `${folded}|${marks}`;

const diacriticsOf = ({ marks }: FoldedSyllable) => (marks.startsWith('y') ? marks.slice(1) : marks);

/** A title as the ranking reads it, without diacritics (` hoi nghi `) and with them (` hoi|o65 nghi|5 `). */
export const titleKeys = (title: string) => {
  const syllables = syllablesOf(title);
  return {
    folded: ` ${syllables.map(({ folded }) => folded).join(' ')} `,
    exact: ` ${syllables.map(spellingKey).join(' ')} `,
  };
};

type TokenizedArticle = SearchableArticle & {
  title: string;
  summary: string;
  category: string;
  publishedAt: string;
};

/** The tokens of an article, joined by spaces. */
export const tokensOf = (article: TokenizedArticle): string => {
  const { title, summary, category, publishedAt } = article;
  const tokens = new Set<string>();
  const add = (kind: TokenKind, key: string) => tokens.add(tokenPrefixes[kind] + key);
  const addText = (text: string, kinds: { syllable?: TokenKind; pair?: TokenKind } = {}) => {
    let previous: Syllable | null = null;
    for (const syllable of syllablesOf(text)) {
      add('syllable', syllable.folded);
      if (diacriticsOf(syllable)) add('exactSyllable', exactKey(syllable));
      if (kinds.syllable) add(kinds.syllable, syllable.folded);
      if (previous) {
        const pair = pairKey(previous, syllable);
        add('pair', pair);
        if (diacriticsOf(previous) && diacriticsOf(syllable)) {
          add('exactPair', exactPairKey(previous, syllable));
        }
        if (kinds.pair) add(kinds.pair, pair);
      }
      previous = syllable;
    }
  };
  addText(title, { syllable: 'titleSyllable', pair: 'titlePair' });
  addText(summary, { pair: 'summaryPair' });
  for (const block of searchableBlocks(article)) addText(block);
  add('category', category);
  add('month', publishedAt.slice(0, 7));
  add('year', publishedAt.slice(0, 4));
  return [...tokens].join(' ');
};
