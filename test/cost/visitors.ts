import { seededRandom } from '../../infra/cli/seeded-random.ts';

/** Of visits, the share that begins at home and the share that begins with an article, from a search engine or a message; the rest begins with a category. */
const beginsAtHome = 0.3;
const beginsWithArticle = 0.55;
/** Chance that a reader opens one page more: 2.5 pages a visit on the average. */
const goesOn = 0.6;
/** The newest article is read by so much more than the next one: what is old is read seldom, but read. */
const newnessExponent = 0.8;

/** The addresses that visits of a seeded model open, one list for each visit. */
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
    if (drawn < beginsAtHome) return '/';
    return drawn < beginsAtHome + beginsWithArticle ? article() : pick(categories);
  };
  return Array.from({ length: count }, () => {
    const pages = [first()];
    while (random() < goesOn) pages.push(random() < 0.2 ? pick(categories) : article());
    return pages;
  });
};
