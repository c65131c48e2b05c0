import { syllablesOf } from '../../shared/text/fold.ts';
import type { CorpusArticle } from '../corpus/articles.ts';
import { type Random, random } from '../corpus/random.ts';

/** Queries that nobody types by chance: many common words, typos in each, prefixes, phrases and exclusions. */
export const fuzzQueries = (articles: readonly CorpusArticle[], count: number): string[] => {
  const by = random(99);
  return Array.from({ length: count }, () => fuzzQuery(articles, by).slice(0, 300));
};

const fuzzQuery = (articles: readonly CorpusArticle[], by: Random): string => {
  const word = () => {
    const { title } = by.any(articles);
    const { start, end } = by.any(syllablesOf(title));
    const written = title.slice(start, end);
    if (by.chance(0.15)) return written.slice(0, 1);
    if (by.chance(0.15)) return `${written.slice(0, 2)}q${written.slice(2)}`;
    return by.chance(0.15) ? by.any(['ủy', 'ban', 'nhân', 'dân', 'của', 'và', 'ở', '1', 'n', 'h']) : written;
  };
  const words = (most: number) => Array.from({ length: 1 + by.below(most) }, word).join(' ');
  return Array.from({ length: 1 + by.below(4) }, () => {
    if (by.chance(0.2)) return `"${words(6)}"`;
    return by.chance(0.2) ? `-${word()}` : words(25);
  }).join(' ');
};
