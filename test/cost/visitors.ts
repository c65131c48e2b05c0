import { seededRandom } from '../../infra/cli/seeded-random.ts';

/** Shares of visits that start with the home page, and with an article from a search engine or a message; the rest starts with a category. */
const startsAtHome = 0.3;
const startsWithArticle = 0.55;
/** Probability that a reader opens another page: 2.5 pages per visit on average. */
const continues = 0.6;
/** Exponent of the popularity by age: old articles are read seldom, but read. */
const newnessExponent = 0.8;

/** The addresses that the visits of a seeded model open, one list per visit. */
export const modelVisits = (
  { articles, categories }: { articles: readonly string[]; categories: readonly string[] },
  { seed, count }: { seed: number; count: number },
): string[][] => {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '/';
  const weights = articles.map((_, place) => (place + 1) ** -newnessExponent);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const article = () => {
    let left = random() * sum;
    const place = weights.findIndex((weight) => {
      left -= weight;
      return left <= 0;
    });
    return articles[place] ?? '/';
  };
  const first = () => {
    const drawn = random();
    if (drawn < startsAtHome) return '/';
    return drawn < startsAtHome + startsWithArticle ? article() : pick(categories);
  };
  return Array.from({ length: count }, () => {
    const pages = [first()];
    while (random() < continues) pages.push(random() < 0.2 ? pick(categories) : article());
    return pages;
  });
};
