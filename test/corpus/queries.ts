import { textBlocks } from '../../shared/search/article-text.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { CorpusArticle } from './articles.ts';
import { type Random, random } from './random.ts';

/** A query, and the articles (by their index in the corpus) that contain what it was made from. */
export type KnownItem = { query: string; expected: readonly number[] };
const kinds = ['title', 'ascii', 'tone', 'typo', 'prefix', 'bag', 'body'] as const;
export type Kind = (typeof kinds)[number];

/** Words that a person types of a half-remembered title or sentence. */
const queryLength = 7;
/** More articles than this contain a text that identifies none of them. */
const maxHolders = 2;

/** A typed query, and the words that it stands for, all of them in a title or a body. */
type Typed = { query: string; parts: readonly string[]; of: 'title' | 'body' };

/** Queries of each kind, each made from a random article of the corpus that it identifies. */
export const knownItems = (articles: readonly CorpusArticle[], count: number, seed = 7) => {
  const by = random(seed);
  const texts = {
    title: articles.map(({ title }) => plainWords(title)),
    body: articles.map(({ body }) => textBlocks(body).map(plainWords).join(' . ')),
  };
  const holders = ({ parts, of }: Typed): number[] => {
    const needles = parts.map(plainWords);
    const found: number[] = [];
    for (const [at, text] of texts[of].entries()) {
      if (needles.every((needle) => text.includes(needle)) && found.push(at) > maxHolders) break;
    }
    return found;
  };
  const make = (kind: Kind): KnownItem[] => {
    const made: KnownItem[] = [];
    for (let tries = 0; made.length < count && tries < count * 30; tries += 1) {
      const typed = typedAs[kind](by.any(articles), by);
      if (!typed) continue;
      const expected = holders(typed);
      if (expected.length <= maxHolders) made.push({ query: typed.query, expected });
    }
    return made;
  };
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, KnownItem[]>;
};

const plainWords = (text: string) => ` ${words(text.toLowerCase()).join(' ')} `;
const words = (text: string) => syllablesOf(text).map(({ start, end }) => text.slice(start, end));
const some = (text: string, by: Random): string[] => {
  const all = words(text);
  const start = by.below(Math.max(1, all.length - queryLength + 1));
  return all.slice(start, start + queryLength);
};
const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** The tone on the other vowel: hòa and hoà, thủy and thuỷ. */
const otherPlacement = (text: string) =>
  text.replace(/(òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|ùy|úy|ủy|ũy|ụy)(?!\p{L})/giu, (written) => {
    const [first = '', second = ''] = written.normalize('NFC');
    const [letter = '', tone = ''] = first.normalize('NFD');
    return (letter + second + tone).normalize('NFC');
  });

const ofTitle = (typed: readonly string[], query = typed.join(' ')): Typed => ({
  query,
  parts: [typed.join(' ')],
  of: 'title',
});

const typedAs: Record<Kind, (article: CorpusArticle, by: Random) => Typed | null> = {
  title: ({ title }, by) => ofTitle(some(title, by)),
  ascii: ({ title }, by) => {
    const typed = some(title, by);
    return ofTitle(typed, withoutMarks(typed.join(' ')).toLowerCase());
  },
  tone: ({ title }, by) => {
    const typed = some(title, by);
    const other = otherPlacement(typed.join(' '));
    return other === typed.join(' ') ? null : ofTitle(typed, other);
  },
  typo: ({ title }, by) => {
    const typed = some(title, by);
    const long = [...typed.keys()].filter((at) => /^\p{L}{4,}$/u.test(typed[at] ?? ''));
    if (long.length === 0) return null;
    const at = by.any(long);
    return ofTitle(typed, typed.with(at, slip(typed[at] ?? '', by)).join(' '));
  },
  prefix: ({ title }, by) => {
    const typed = some(title, by);
    const last = typed.at(-1) ?? '';
    if (last.length < 3) return null;
    return ofTitle(typed, typed.with(-1, last.slice(0, Math.ceil(last.length / 2))).join(' '));
  },
  bag: ({ title }, by) => {
    const all = words(title);
    if (all.length < 8) return null;
    const first = by.below(2);
    const second = all.length - 2 - by.below(2);
    const parts = [all.slice(second, second + 2), all.slice(first, first + 2)].map((word) => word.join(' '));
    return { query: parts.join(' '), parts, of: 'title' };
  },
  body: ({ body }, by) => {
    const typed = some(by.any(textBlocks(body)), by);
    const query = typed.join(' ');
    return typed.length < queryLength ? null : { query, parts: [query], of: 'body' };
  },
};

/** A typo: one letter replaced, omitted, doubled, or transposed with the next. */
const slip = (word: string, by: Random): string => {
  const at = 1 + by.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  return by.any([
    before + after,
    before + letter + letter + after,
    before + String.fromCharCode(97 + by.below(26)) + after,
    before + after.charAt(0) + letter + after.slice(1),
  ]);
};
