import { type Syllable, syllablesOf } from '../text/fold.ts';
import { type Searchable, searchableBlocks } from './article-text.ts';

/**
 * Kinds of tokens, by their first letter. Tokens are plain ASCII. Adjacent syllables are tokens of their own, because single ones occur
 * in every second article; a token is stored once per article.
 */
export const tokenKinds = {
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
export type TokenKind = keyof typeof tokenKinds;

/** Characters of tokens besides letters and digits, for FTS5's `tokenchars`. */
export const tokenCharacters = '~|,-';

type Written = Pick<Syllable, 'folded' | 'marks'>;
export const pairKey = (a: Written, b: Written) => `${a.folded}~${b.folded}`;
/** A reading, with i and y as the same. */
export const exactKey = (written: Written) => `${written.folded}|${readingOf(written)}`;
export const exactPairKey = (a: Written, b: Written) => `${pairKey(a, b)}|${readingOf(a)},${readingOf(b)}`;
/** A reading as it is spelt. */
export const spellingKey = ({ folded, marks }: Written) => `${folded}|${marks}`;
const readingOf = ({ marks }: Written) => (marks.startsWith('y') ? marks.slice(1) : marks);

/** A title for ranking: ` hoi|o65 nghi|5 `, and without the marks. */
export const titleKeys = (title: string) => {
  const syllables = syllablesOf(title);
  return {
    folded: ` ${syllables.map(({ folded }) => folded).join(' ')} `,
    exact: ` ${syllables.map(spellingKey).join(' ')} `,
  };
};

type Indexed = Searchable & { title: string; summary: string; category: string; publishedAt: string };

/** The tokens of an article, joined by spaces. */
export const tokensOf = (article: Indexed): string => {
  const { title, summary, category, publishedAt } = article;
  const tokens = new Set<string>();
  const add = (kind: TokenKind, key: string) => tokens.add(tokenKinds[kind] + key);
  const addText = (text: string, syllableKind?: TokenKind, ownPairKind?: TokenKind) => {
    let previous: Syllable | null = null;
    for (const syllable of syllablesOf(text)) {
      add('syllable', syllable.folded);
      if (readingOf(syllable)) add('exactSyllable', exactKey(syllable));
      if (syllableKind) add(syllableKind, syllable.folded);
      if (previous) {
        const pair = pairKey(previous, syllable);
        add('pair', pair);
        if (readingOf(previous) && readingOf(syllable)) add('exactPair', exactPairKey(previous, syllable));
        if (ownPairKind) add(ownPairKind, pair);
      }
      previous = syllable;
    }
  };
  addText(title, 'titleSyllable', 'titlePair');
  addText(summary, undefined, 'summaryPair');
  for (const block of searchableBlocks(article)) addText(block);
  add('category', category);
  add('month', publishedAt.slice(0, 7));
  add('year', publishedAt.slice(0, 4));
  return [...tokens].join(' ');
};
