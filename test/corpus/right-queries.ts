import { syllablesOf } from '../../shared/text/fold.ts';
import { corpusArticles } from './articles.ts';
import { createSampler } from './sampler.ts';
import { absentMatters, agencies, groups, placeFirst, placeSecond, verbs } from './words.ts';

/** Correctly spelt queries about what no article of the corpus is about. */
export const absentQueries = (count: number, seed = 13): string[] => {
  const sampler = createSampler(seed);
  return Array.from({ length: count }, () => {
    const matter = sampler.pick(absentMatters);
    const place = `${sampler.pick(placeFirst)} ${sampler.pick(placeSecond)}`;
    return sampler.pick([
      matter,
      `${matter} ${place}`,
      `${sampler.pick(verbs)} ${matter}`,
      `${matter} cho ${sampler.pick(groups)}`,
      `${sampler.pick(agencies)} ${place} ${matter}`,
    ]);
  });
};

/** Correctly spelt queries of two to seven syllables, from titles of another corpus of the same words. */
export const otherTitleQueries = (count: number, seed = 17): string[] => {
  const sampler = createSampler(seed);
  return [...corpusArticles(count, seed)].map(({ title }) => {
    const words = syllablesOf(title).map(({ start, end }) => title.slice(start, end));
    const length = 2 + sampler.intBelow(6);
    const first = sampler.intBelow(Math.max(1, words.length - length + 1));
    return words.slice(first, first + length).join(' ');
  });
};
