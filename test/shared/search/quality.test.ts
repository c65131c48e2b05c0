import { describe, expect, test } from 'vitest';
import { type Kind, knownItems } from '../../corpus/known-item-queries.ts';
import { corpus, demoArticles, indexFixture, meanReciprocalRank } from '../../support/index-fixture.ts';
import { demoQueries } from './demo-queries.ts';

const articles = corpus(1200);
const { find } = indexFixture([...articles, ...demoArticles()]);

/** The least mean reciprocal rank of each kind of query, among 1,240 articles; `npm run bench` measures it among up to 50,000. */
const floors: Record<Kind, number> = {
  title: 0.99,
  ascii: 0.98,
  tone: 0.98,
  typo: 0.95,
  prefix: 0.97,
  bag: 0.93,
  body: 0.97,
  'two typos': 0.85,
  telex: 0.95,
  vni: 0.95,
  around: 0.8,
  newest: 0.8,
};

const labelled = knownItems(articles, 50);

test('has enough labelled queries for a reliable result', () => {
  const generated = Object.values(labelled).reduce((sum, list) => sum + list.length, 0);
  const written = Object.values(demoQueries).flat().length;
  expect(generated + written).toBeGreaterThanOrEqual(650);
});

test.each(Object.entries(floors) as [Kind, number][])(
  'answers queries of the kind %s with a mean reciprocal rank of at least %f',
  (kind, floor) => {
    const answers = labelled[kind].map(({ query, expected }) => ({
      ids: find(query).ids,
      isRight: (id: string) => expected.includes(Number(id)),
    }));
    expect(meanReciprocalRank(answers)).toBeGreaterThanOrEqual(floor);
  },
);

describe.each(Object.entries(demoQueries))('demo queries, %s', (_, queries) => {
  test.each(queries.map(([query, ...files]) => ({ query, files })))('finds $query', ({ query, files }) => {
    const first = find(query).ids.slice(0, files.length + 1);
    for (const file of files) expect(first.some((id) => id.startsWith(file))).toBe(true);
  });
});
