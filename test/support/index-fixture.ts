import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../infra/demo/read-article.ts';
import type { IndexedArticle } from '../../shared/search/index-writer.ts';
import { createIndex } from '../../shared/search/open-index.ts';
import { parseSearchQuery } from '../../shared/search/parse-query.ts';
import { search } from '../../shared/search/search.ts';
import type { SearchFilter } from '../../shared/search/search-filter.ts';
import { type CorpusArticle, corpusArticles } from '../corpus/articles.ts';

const demoDirectory = join(import.meta.dirname, '../../infra/demo/articles');

/** The articles of the demonstration, each by the name of its file. */
export const demoArticles = (): (CorpusArticle & { id: string })[] =>
  readdirSync(demoDirectory).map((file) => ({
    id: file,
    ...readArticle(readFileSync(join(demoDirectory, file), 'utf8')),
    gallery: [],
  }));

/** So many articles of the corpus, each by its place in it. */
export const corpus = (count: number) =>
  [...corpusArticles(count)].map((article, at) => ({ id: String(at), ...article }));

const anywhere: SearchFilter = { category: null, from: null, before: null };

/** An index of articles, and what it answers at a time after all of them. */
export const anIndex = (
  articles: readonly (Partial<IndexedArticle> & Pick<IndexedArticle, 'id'>)[],
  now = new Date('2026-11-24T00:00:00Z'),
) => {
  const index = createIndex('test');
  const whole = articles.map((article) => ({
    version: 1,
    title: '',
    summary: '',
    body: '',
    tags: [],
    author: '',
    gallery: [],
    category: 'tin-tuc',
    publishedAt: '2026-06-01T00:00:00.000Z',
    withdrawAt: null,
    ...article,
  }));
  index.apply(whole.map((live) => ({ id: live.id, live })));
  return {
    index,
    find: (query: string, filter: Partial<SearchFilter> = {}) =>
      search(index, parseSearchQuery(query), { ...anywhere, ...filter }, now),
  };
};

/** The mean of one over the place of the first right answer among the first ten: https://en.wikipedia.org/wiki/Mean_reciprocal_rank */
export const meanReciprocalRank = (
  answers: readonly { ids: readonly string[]; isRight: (id: string) => boolean }[],
) => {
  const sum = answers.reduce((total, { ids, isRight }) => {
    const place = ids.slice(0, 10).findIndex(isRight);
    return total + (place < 0 ? 0 : 1 / (place + 1));
  }, 0);
  return sum / answers.length;
};
