import { Readable } from 'node:stream';
import { parseSearchQuery } from '../../shared/search/parse-query.ts';
import { search } from '../../shared/search/search.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { packSnapshot } from '../../shared/search/snapshot.ts';
import { type CorpusArticle, corpusArticles } from '../corpus/articles.ts';
import { exactQueries } from '../corpus/exact-queries.ts';
import { knownItems } from '../corpus/known-item-queries.ts';
import { phraseQueries, phraseScore } from '../corpus/phrase-queries.ts';
import { absentQueries, otherTitleQueries } from '../corpus/right-queries.ts';
import { nouns } from '../corpus/words.ts';
import type { BenchSize } from './bench-size.ts';
import { fuzzQueries } from './fuzz-queries.ts';
import { median } from './median.ts';
import { benchIndex, coldStarts, mb, openSnapshot } from './search-index.ts';

const slowestShown = 3;
const yearMs = 365 * 24 * 3_600_000;
const now = new Date('2026-11-24T00:00:00Z');
const anywhere = { category: null, from: null, before: null };

/** Prints the size, speed and answer quality of search for each number of articles. */
export const benchSearch = async (size: BenchSize) => {
  for (const count of size.searchArticles) {
    const articles = [...corpusArticles(count)];
    const start = performance.now();
    const built = benchIndex(articles);
    const builtMs = performance.now() - start;
    const { body, sha256, indexBytes } = await packSnapshot(built);
    built.close();
    console.log(`Search among ${count} articles`);
    console.log(
      `  index ${mb(indexBytes)}, snapshot ${mb(body.length)}, built in ${(builtMs / count).toFixed(2)} ms an article`,
    );
    const cold = await coldStarts({ body, sha256 }, articles[0]?.title ?? '', size);
    console.log(
      `  cold start to the first answer ${cold.ms.toFixed(0)} ms; peak memory of the process ${mb(cold.peakBytes)}, ${mb(cold.grownBytes)} of it for the index`,
    );
    const index = await openSnapshot(Readable.from([body]), sha256);
    benchKinds(index, articles, size);
    benchRecency(index, articles);
    benchRightQueries(index, size);
    benchWorst(index, articles, size);
    index.close();
  }
};

/** `score` rates the first ten answers from 0 to 1. */
type ScoredQuery = { query: string; score: (ids: readonly number[]) => number };

/** Prints the mean score (reciprocal rank; for `exact` the share of right answers) and the times of each kind of query. */
const benchKinds = (
  index: SearchIndex,
  articles: readonly CorpusArticle[],
  { queriesPerKind }: BenchSize,
) => {
  const kinds = Object.entries(knownItems(articles, queriesPerKind)).map(([kind, items]) => {
    const queries = items.map(({ query, expected }) => ({
      query,
      score: (ids: readonly number[]) => reciprocalRank(ids, expected),
    }));
    return [kind, queries] as [string, ScoredQuery[]];
  });
  const exact = exactQueries(articles, queriesPerKind).map(({ query, isContainedIn }) => ({
    query,
    score: (ids: readonly number[]) => shareOf(ids, (id) => isContainedIn(articles[id] as CorpusArticle)),
  }));
  const phrases = Object.entries(phraseQueries(articles, queriesPerKind)).map(([kind, items]) => {
    const queries = items.map((item) => ({
      query: item.query,
      score: (ids: readonly number[]) => phraseScore(item, ids),
    }));
    return [kind, queries] as [string, ScoredQuery[]];
  });
  for (const [kind, queries] of [...kinds, ...phrases, ['exact', exact] as [string, ScoredQuery[]]]) {
    const answers = queries.map(({ query, score }) => {
      const { ids, ms } = timed(index, query);
      return { ms, score: score(ids.slice(0, 10).map(Number)) };
    });
    const quality = mean(answers.map(({ score }) => score));
    console.log(`  ${kind.padEnd(9)} ${quality.toFixed(3)}  ${formatTimes(answers.map(({ ms }) => ms))}`);
  }
};

/** Prints the share of articles of the last year among the first ten for words that many articles contain. */
const benchRecency = (index: SearchIndex, articles: readonly CorpusArticle[]) => {
  const yearAgo = new Date(now.getTime() - yearMs).toISOString();
  const shares = nouns.map((noun) =>
    shareOf(
      timed(index, noun).ids.slice(0, 10).map(Number),
      (id) => (articles[id]?.publishedAt ?? '') >= yearAgo,
    ),
  );
  console.log(`  last year's share of the first ten for short queries: ${mean(shares).toFixed(2)}`);
};

/** Prints how many correctly spelt queries are answered with a correction, and how many find nothing. */
const benchRightQueries = (index: SearchIndex, { queriesPerKind }: BenchSize) => {
  const kinds = {
    'absent matters': absentQueries(4 * queriesPerKind),
    'other titles': otherTitleQueries(4 * queriesPerKind),
  };
  for (const [kind, queries] of Object.entries(kinds)) {
    const results = queries.map((query) => search(index, parseSearchQuery(query), anywhere, now));
    const percent = (count: number) => ((100 * count) / results.length).toFixed(1);
    const corrected = results.filter(({ understood }) => understood.corrections.length > 0).length;
    const empty = results.filter(({ ids }) => ids.length === 0).length;
    console.log(
      `  right queries, ${kind}: ${percent(corrected)} % corrected wrongly, ${percent(empty)} % without an answer`,
    );
  }
};

/** Prints the times of queries made to be slow, and the slowest of them measured again. */
const benchWorst = (index: SearchIndex, articles: readonly CorpusArticle[], { fuzzedQueries }: BenchSize) => {
  const answers = fuzzQueries(articles, fuzzedQueries).map((query) => ({
    query,
    ms: timed(index, query).ms,
  }));
  console.log(`  fuzzed           ${formatTimes(answers.map(({ ms }) => ms))}`);
  const slowest = answers.toSorted((a, b) => b.ms - a.ms).slice(0, slowestShown);
  for (const { query } of slowest) {
    const again = median(Array.from({ length: 5 }, () => timed(index, query).ms));
    console.log(`    ${again.toFixed(1)} ms again  ${query.slice(0, 80)}`);
  }
};

const timed = (index: SearchIndex, query: string) => {
  const start = performance.now();
  const { ids } = search(index, parseSearchQuery(query), anywhere, now);
  return { ids, ms: performance.now() - start };
};

const formatTimes = (timesMs: readonly number[]) => {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  max ${(sorted.at(-1) ?? 0).toFixed(2)} ms`;
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const reciprocalRank = (ids: readonly number[], expected: readonly number[]) => {
  const index = ids.findIndex((id) => expected.includes(id));
  return index < 0 ? 0 : 1 / (index + 1);
};

const shareOf = (ids: readonly number[], isRight: (id: number) => boolean) =>
  ids.length === 0 ? 0 : ids.filter(isRight).length / ids.length;
