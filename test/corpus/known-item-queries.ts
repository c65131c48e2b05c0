import { textBlocks } from '../../shared/search/article-text.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { CorpusArticle } from './articles.ts';
import { toTelex, toVni } from './raw-typing.ts';
import { createSampler, type Sampler } from './sampler.ts';

/** A query, and the indexes in the corpus of the articles that contain the text it was made from. */
export type KnownItem = { query: string; expected: readonly number[] };
const kinds = [
  'title',
  'ascii',
  'tone',
  'typo',
  'prefix',
  'bag',
  'body',
  'two typos',
  'telex',
  'vni',
  'around',
  'newest',
] as const;
export type Kind = (typeof kinds)[number];

/** Syllables of a query made from a half-remembered title or sentence. */
const queryLength = 7;
const twoTyposLength = 8;
/** What readers type before and after the title that they remember. */
const before = ['làm sao để', 'cho hỏi', 'thông tin về', 'tìm bài', 'xem tin'];
const after = ['hôm nay', 'ở đâu', 'như thế nào', 'năm nay', 'là gì'];
/** Text that more articles than this contain does not identify one. */
const maxMatches = 2;

/** A query and the text it stands for: an article matches when the given field contains every one of `parts`. */
type Draft = { query: string; parts: readonly string[]; field: 'title' | 'body' };

/** For each kind `count` queries, each made from a random article and specific enough to identify it. */
export const knownItems = (articles: readonly CorpusArticle[], count: number, seed = 7) => {
  const sampler = createSampler(seed);
  const texts = {
    title: articles.map(({ title }) => plainWords(title)),
    body: articles.map(({ body }) => textBlocks(body).map(plainWords).join(' . ')),
  };
  /** The indexes of the matching articles, at most one more than `maxMatches`. */
  const matches = ({ parts, field }: Draft): number[] => {
    const needles = parts.map(plainWords);
    const found: number[] = [];
    for (const [index, text] of texts[field].entries()) {
      if (needles.every((needle) => text.includes(needle)) && found.push(index) > maxMatches) break;
    }
    return found;
  };
  const generate = (kind: Kind): KnownItem[] => {
    const items: KnownItem[] = [];
    for (let tries = 0; items.length < count && tries < count * 30; tries += 1) {
      const draft = draftQuery[kind](sampler.pick(articles), sampler);
      if (!draft) continue;
      const expected = matches(draft);
      if (expected.length <= maxMatches) items.push({ query: draft.query, expected });
    }
    return items;
  };
  return Object.fromEntries(kinds.map((kind) => [kind, generate(kind)])) as Record<Kind, KnownItem[]>;
};

const plainWords = (text: string) => ` ${words(text.toLowerCase()).join(' ')} `;
const words = (text: string) => syllablesOf(text).map(({ start, end }) => text.slice(start, end));
const excerpt = (text: string, sampler: Sampler, length = queryLength): string[] => {
  const all = words(text);
  const start = sampler.intBelow(Math.max(1, all.length - length + 1));
  return all.slice(start, start + length);
};
const stripDiacritics = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** Moves tone marks to the other vowel: hòa to hoà, thủy to thuỷ. */
const moveToneMarks = (text: string) =>
  text.replace(/(òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|ùy|úy|ủy|ũy|ụy)(?!\p{L})/giu, (written) => {
    const [first = '', second = ''] = written.normalize('NFC');
    const [letter = '', tone = ''] = first.normalize('NFD');
    return (letter + second + tone).normalize('NFC');
  });

const fromTitle = (source: readonly string[], query = source.join(' ')): Draft => ({
  query,
  parts: [source.join(' ')],
  field: 'title',
});

/** Derives a query of each kind from an article; null when the article is not suited to it. */
const draftQuery: Record<Kind, (article: CorpusArticle, sampler: Sampler) => Draft | null> = {
  title: ({ title }, sampler) => fromTitle(excerpt(title, sampler)),
  ascii: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    return fromTitle(source, stripDiacritics(source.join(' ')).toLowerCase());
  },
  tone: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    const moved = moveToneMarks(source.join(' '));
    return moved === source.join(' ') ? null : fromTitle(source, moved);
  },
  typo: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    const long = longWords(source);
    if (long.length === 0) return null;
    return fromTitle(source, withTypo(source, sampler.pick(long), sampler).join(' '));
  },
  'two typos': ({ title }, sampler) => {
    const source = excerpt(title, sampler, twoTyposLength);
    const long = longWords(source);
    if (source.length < twoTyposLength || long.length < 2) return null;
    const first = sampler.pick(long);
    const second = sampler.pick(long.filter((at) => at !== first));
    return fromTitle(source, withTypo(withTypo(source, first, sampler), second, sampler).join(' '));
  },
  telex: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    return fromTitle(source, source.map((word) => toTelex(word, sampler)).join(' '));
  },
  vni: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    return fromTitle(source, source.map((word) => toVni(word, sampler)).join(' '));
  },
  around: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    return fromTitle(source, [sampler.pick(before), ...source, sampler.pick(after)].join(' '));
  },
  newest: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    return fromTitle(source, [...source, 'mới nhất'].join(' '));
  },
  prefix: ({ title }, sampler) => {
    const source = excerpt(title, sampler);
    const last = source.at(-1) ?? '';
    if (last.length < 3) return null;
    return fromTitle(source, source.with(-1, last.slice(0, Math.ceil(last.length / 2))).join(' '));
  },
  bag: ({ title }, sampler) => {
    const all = words(title);
    if (all.length < 8) return null;
    const first = sampler.intBelow(2);
    const second = all.length - 2 - sampler.intBelow(2);
    const parts = [all.slice(second, second + 2), all.slice(first, first + 2)].map((word) => word.join(' '));
    return { query: parts.join(' '), parts, field: 'title' };
  },
  body: ({ body }, sampler) => {
    const source = excerpt(sampler.pick(textBlocks(body)), sampler);
    const query = source.join(' ');
    return source.length < queryLength ? null : { query, parts: [query], field: 'body' };
  },
};

/** Positions of the words that are long enough for a typo. */
const longWords = (source: readonly string[]) =>
  [...source.keys()].filter((at) => /^\p{L}{4,}$/u.test(source[at] ?? ''));
const withTypo = (source: readonly string[], at: number, sampler: Sampler) =>
  source.with(at, makeTypo(source[at] ?? '', sampler));

/** A typo: one letter wrong, left out, doubled, or swapped with the next. */
const makeTypo = (word: string, sampler: Sampler): string => {
  const at = 1 + sampler.intBelow(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  return sampler.pick([
    before + after,
    before + letter + letter + after,
    before + String.fromCharCode(97 + sampler.intBelow(26)) + after,
    before + after.charAt(0) + letter + after.slice(1),
  ]);
};
