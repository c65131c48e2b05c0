import type { PersonRoyalties } from '../../../../shared/articles/royalties.ts';

type Totals = { articles: number; words: number; pictures: number };

/** The articles, words and pictures of all people together. */
export const totalsOf = (people: readonly PersonRoyalties[]): Totals =>
  people.reduce(
    (sum, { articles, words, pictures }) => ({
      articles: sum.articles + articles.length,
      words: sum.words + words,
      pictures: sum.pictures + pictures,
    }),
    { articles: 0, words: 0, pictures: 0 },
  );
