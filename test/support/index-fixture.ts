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

/** The articles of the demonstration, with their file names as ids. */
export const demoArticles = (): (CorpusArticle & { id: string })[] =>
  readdirSync(demoDirectory).map((file) => ({
    id: file,
    ...readArticle(readFileSync(join(demoDirectory, file), 'utf8')),
    gallery: [],
  }));

/** A generated corpus of `count` articles, with their indexes as ids. */
export const corpus = (count: number) =>
  [...corpusArticles(count)].map((article, index) => ({ id: String(index), ...article }));

const noFilter: SearchFilter = { category: null, from: null, before: null };

/** A search index of some articles, missing fields filled in; `find` searches it at an instant after all of them. */
export const indexFixture = (
  articles: readonly (Partial<IndexedArticle> & Pick<IndexedArticle, 'id'>)[],
  now = new Date('2026-11-24T00:00:00Z'),
) => {
  const index = createIndex('test');
  const complete = articles.map((article) => ({
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
  index.apply(complete.map((live) => ({ id: live.id, live })));
  return {
    index,
    find: (query: string, filter: Partial<SearchFilter> = {}) =>
      search(index, parseSearchQuery(query), { ...noFilter, ...filter }, now),
  };
};

/** The mean reciprocal rank of the first right answer among the first ten: https://en.wikipedia.org/wiki/Mean_reciprocal_rank */
export const meanReciprocalRank = (
  answers: readonly { ids: readonly string[]; isRight: (id: string) => boolean }[],
) => {
  const sum = answers.reduce((total, { ids, isRight }) => {
    const rank = ids.slice(0, 10).findIndex(isRight);
    return total + (rank < 0 ? 0 : 1 / (rank + 1));
  }, 0);
  return sum / answers.length;
};
