import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../infra/demo/read-article.ts';
import { parseQuery } from '../../shared/search/parse-query.ts';
import { type Filter, search } from '../../shared/search/search.ts';
import { createIndex, type Indexable } from '../../shared/search/search-index.ts';
import { type CorpusArticle, corpusArticles } from '../corpus/articles.ts';

const demoDirectory = join(import.meta.dirname, '../../infra/demo/articles');

/** The articles of the demonstration; the ids are their file names. */
export const demoArticles = (): (CorpusArticle & { id: string })[] =>
  readdirSync(demoDirectory).map((file) => ({
    id: file,
    ...readArticle(readFileSync(join(demoDirectory, file), 'utf8')),
    gallery: [],
  }));

/** A generated corpus of `count` articles; the ids are their indexes. */
export const corpus = (count: number) =>
  [...corpusArticles(count)].map((article, index) => ({ id: String(index), ...article }));

const noFilter: Filter = { category: null, from: null, before: null };

/** A search index of some articles, missing fields filled in; `find` searches it at an instant after all of them. */
export const indexFixture = (
  articles: readonly (Partial<Indexable> & Pick<Indexable, 'id'>)[],
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
    find: (query: string, filter: Partial<Filter> = {}) =>
      search(index, parseQuery(query), { ...noFilter, ...filter }, now),
  };
};

/** The mean reciprocal rank of the first right answer among the first ten: https://en.wikipedia.org/wiki/Mean_reciprocal_rank */
export const meanReciprocalRank = (
  answers: readonly { ids: readonly string[]; isRight: (id: string) => boolean }[],
) => {
  const sum = answers.reduce((total, { ids, isRight }) => {
    const index = ids.slice(0, 10).findIndex(isRight);
    return total + (index < 0 ? 0 : 1 / (index + 1));
  }, 0);
  return sum / answers.length;
};
