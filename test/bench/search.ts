import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { officeApi } from '../../infra/demo/office-api.ts';
import type { Portal } from '../../infra/local/portal.ts';
import { parseQuery } from '../../shared/search/parse-query.ts';
import { search } from '../../shared/search/search.ts';
import { createIndex, openIndex, type SearchIndex } from '../../shared/search/search-index.ts';
import { packIndex } from '../../shared/search/snapshot.ts';
import { type CorpusArticle, corpusArticles } from '../corpus/articles.ts';
import { exactQueries } from '../corpus/exact-queries.ts';
import { knownItems } from '../corpus/known-item-queries.ts';
import { fuzzQueries } from './fuzz-queries.ts';
import { median } from './median.ts';

const siteId = 'bench';
const queriesPerKind = 150;
const fuzzed = 1000;
const batch = 500;
const now = new Date('2026-11-24T00:00:00Z');
const anywhere = { category: null, from: null, before: null };

/** What search weighs, how fast it is and how well it answers, among so many articles of the corpus. */
export const benchSearch = async (sizes: readonly number[]) => {
  for (const size of sizes) {
    const articles = [...corpusArticles(size)];
    const start = performance.now();
    const made = indexOf(articles);
    const builtMs = performance.now() - start;
    const { body, sha256 } = packIndex(made);
    const bytes = made.bytes();
    console.log(`Search among ${size} articles`);
    console.log(
      `  index ${mb(bytes.length)}, snapshot ${mb(body.length)}, made in ${(builtMs / size).toFixed(2)} ms an article`,
    );
    made.close();
    await benchCold(body, sha256, articles[0]?.title ?? '');
    const index = openIndex(bytes, siteId);
    benchKinds(index, articles);
    benchWorst(index, articles);
    index.close();
  }
};

const mb = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

const indexOf = (articles: readonly CorpusArticle[]): SearchIndex => {
  const index = createIndex(siteId);
  const missing = { version: 1, withdrawAt: null, tags: [], author: '', gallery: [] };
  for (let at = 0; at < articles.length; at += batch) {
    const some = articles
      .slice(at, at + batch)
      .map((article, n) => ({ id: String(at + n), ...missing, ...article }));
    index.apply(some.map((live) => ({ id: live.id, live })));
  }
  return index;
};

/** From the bytes of a snapshot to the first answer, in fresh processes. */
const benchCold = async (body: Buffer, sha256: string, query: string) => {
  const directory = await mkdtemp(join(tmpdir(), 'search-bench-'));
  const file = join(directory, 'snapshot');
  await writeFile(file, body);
  const script = join(import.meta.dirname, 'search-cold.ts');
  const runs: { ms: number; peak: number; grown: number }[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, file, sha256, query]);
    runs.push(JSON.parse(stdout) as { ms: number; peak: number; grown: number });
  }
  await rm(directory, { recursive: true });
  const of = (field: 'ms' | 'peak' | 'grown') => median(runs.map((run) => run[field]));
  console.log(
    `  cold start to the first answer ${of('ms').toFixed(0)} ms; memory of the process at its peak ${mb(of('peak'))}, ${mb(of('grown'))} of it for the index`,
  );
};

type Asked = { query: string; worth: (ids: readonly number[]) => number };

const benchKinds = (index: SearchIndex, articles: readonly CorpusArticle[]) => {
  const kinds = Object.entries(knownItems(articles, queriesPerKind)).map(([kind, items]) => {
    const asked = items.map(({ query, expected }) => ({
      query,
      worth: (ids: readonly number[]) => reciprocalRank(ids, expected),
    }));
    return [kind, asked] as [string, Asked[]];
  });
  const exact = exactQueries(articles, queriesPerKind).map(({ query, isContainedIn }) => ({
    query,
    worth: (ids: readonly number[]) => shareOf(ids, (id) => isContainedIn(articles[id] as CorpusArticle)),
  }));
  for (const [kind, asked] of [...kinds, ['exact', exact] as [string, Asked[]]]) {
    const answers = asked.map(({ query, worth }) => {
      const { ids, ms } = timed(index, query);
      return { ms, worth: worth(ids.slice(0, 10).map(Number)) };
    });
    const quality = answers.reduce((sum, { worth }) => sum + worth, 0) / answers.length;
    console.log(`  ${kind.padEnd(8)} ${quality.toFixed(3)}  ${timesText(answers.map(({ ms }) => ms))}`);
  }
};

/** The slowest of many queries that are made to be slow. */
const benchWorst = (index: SearchIndex, articles: readonly CorpusArticle[]) => {
  const answers = fuzzQueries(articles, fuzzed).map((query) => ({ query, ms: timed(index, query).ms }));
  console.log(`  fuzzed          ${timesText(answers.map(({ ms }) => ms))}`);
  const slowest = answers.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  for (const { query } of slowest) {
    const again = median(Array.from({ length: 5 }, () => timed(index, query).ms));
    console.log(`    ${again.toFixed(1)} ms again  ${query.slice(0, 80)}`);
  }
};

const timed = (index: SearchIndex, query: string) => {
  const start = performance.now();
  const { ids } = search(index, parseQuery(query), anywhere, now);
  return { ids, ms: performance.now() - start };
};

const timesText = (timesMs: readonly number[]) => {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  most ${(sorted.at(-1) ?? 0).toFixed(2)} ms`;
};

const reciprocalRank = (ids: readonly number[], expected: readonly number[]) => {
  const place = ids.findIndex((id) => expected.includes(id));
  return place < 0 ? 0 : 1 / (place + 1);
};

const shareOf = (ids: readonly number[], isRight: (id: number) => boolean) =>
  ids.length === 0 ? 0 : ids.filter(isRight).length / ids.length;

/** How long after its publication an article is found, through the front door. */
export const benchFreshness = async (portal: Portal) => {
  const { call } = officeApi(portal);
  const seconds: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const title = `Tin đo thời gian ${n} ${'abcde'.charAt(n).repeat(6)}`;
    const draft = await call<{ id: string; version: number }>('/articles', {
      method: 'POST',
      body: { title, category: 'thong-bao', body: '<p>a</p>' },
    });
    const { id, version } = draft.body;
    await call(`/articles/${id}/publish`, { method: 'POST', ifMatch: version, body: {} });
    const start = performance.now();
    const find = async () => {
      const reply = await fetch(`${portal.url}/api/search?${new URLSearchParams({ q: title })}`);
      return ((await reply.json()) as { items: { id: string }[] }).items.some((item) => item.id === id);
    };
    while (!(await find())) await new Promise((resolve) => setTimeout(resolve, 20));
    seconds.push((performance.now() - start) / 1000);
  }
  console.log(
    `Search: found ${median(seconds).toFixed(2)} s after it was published, ${Math.max(...seconds).toFixed(2)} s at most of ${seconds.length}`,
  );
};
