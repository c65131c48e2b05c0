import { syllablesOf } from '../../shared/text/fold.ts';
import type { CorpusArticle } from '../corpus/articles.ts';
import { createSampler, type Sampler } from '../corpus/sampler.ts';

/** Generates slow queries: many common words, typos, single letters, phrases and exclusions. */
export const fuzzQueries = (articles: readonly CorpusArticle[], count: number): string[] => {
  const sampler = createSampler(99);
  return Array.from({ length: count }, () => fuzzQuery(articles, sampler).slice(0, 300));
};

const fuzzQuery = (articles: readonly CorpusArticle[], sampler: Sampler): string => {
  const word = () => {
    const { title } = sampler.pick(articles);
    const { start, end } = sampler.pick(syllablesOf(title));
    const original = title.slice(start, end);
    if (sampler.chance(0.15)) return original.slice(0, 1);
    if (sampler.chance(0.15)) return `${original.slice(0, 2)}q${original.slice(2)}`;
    return sampler.chance(0.15)
      ? sampler.pick(['ủy', 'ban', 'nhân', 'dân', 'của', 'và', 'ở', '1', 'n', 'h'])
      : original;
  };
  const words = (max: number) => Array.from({ length: 1 + sampler.intBelow(max) }, word).join(' ');
  return Array.from({ length: 1 + sampler.intBelow(4) }, () => {
    if (sampler.chance(0.2)) return `"${words(6)}"`;
    return sampler.chance(0.2) ? `-${word()}` : words(25);
  }).join(' ');
};
