import { createSampler } from '../corpus/sampler.ts';

/** Shares of visits that start at the home page and at an article (from search or a message); the rest start at a category. */
const homeShare = 0.3;
const articleShare = 0.55;
/** Probability that a reader opens one more page: 2.5 pages per visit on average. */
const nextPageProbability = 0.6;
/** Probability that the next page is a category rather than an article. */
const nextCategoryProbability = 0.2;
/** Readership falls with an article's rank by age as rank ** -0.8: old articles are read rarely, but are read. */
const rankExponent = 0.8;

/** The paths that each visit of a seeded model opens, in order. `articles` are paths, newest first. */
export const modelVisits = (
  { articles, categories }: { articles: readonly string[]; categories: readonly string[] },
  { seed, count }: { seed: number; count: number },
): string[][] => {
  const { next, chance, pick } = createSampler(seed);
  const weights = articles.map((_, index) => (index + 1) ** -rankExponent);
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const article = () => {
    let left = next() * totalWeight;
    const index = weights.findIndex((weight) => {
      left -= weight;
      return left <= 0;
    });
    return articles[index] ?? '/';
  };
  const firstPage = () => {
    const share = next();
    if (share < homeShare) return '/';
    return share < homeShare + articleShare ? article() : pick(categories);
  };
  return Array.from({ length: count }, () => {
    const pages = [firstPage()];
    while (chance(nextPageProbability)) {
      pages.push(chance(nextCategoryProbability) ? pick(categories) : article());
    }
    return pages;
  });
};
