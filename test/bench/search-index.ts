import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createIndex, openIndex } from '../../shared/search/open-index.ts';
import type { SearchIndex } from '../../shared/search/search-index.ts';
import { unpackSnapshot } from '../../shared/search/snapshot.ts';
import { temporaryFile } from '../../shared/search/temporary-database.ts';
import type { CorpusArticle } from '../corpus/articles.ts';
import type { BenchSize } from './bench-size.ts';
import { median } from './median.ts';

const batchSize = 500;
const defaults = { version: 1, withdrawAt: null, tags: [], author: '', gallery: [] };

export const mb = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** An index of generated articles, whose ids are their numbers. */
export const benchIndex = (articles: Iterable<CorpusArticle>): SearchIndex => {
  const index = createIndex('bench');
  let batch: Parameters<SearchIndex['apply']>[0][number][] = [];
  let count = 0;
  for (const article of articles) {
    const id = String(count);
    batch.push({ id, live: { id, ...defaults, ...article } });
    count += 1;
    if (batch.length < batchSize) continue;
    index.apply(batch);
    batch = [];
  }
  index.apply(batch);
  return index;
};

/** Opens an index as the function does: unpacked from its snapshot. */
export const openSnapshot = async (body: Readable, sha256: string): Promise<SearchIndex> => {
  const file = temporaryFile();
  await unpackSnapshot(body, sha256, file.path);
  return openIndex(file, 'bench');
};

type ColdStart = { ms: number; peakBytes: number; grownBytes: number };

/** Time and memory of a process that loads a snapshot, answers a query, and loads it again; medians of fresh processes. */
export const coldStarts = async (
  { body, sha256 }: { body: Buffer; sha256: string },
  query: string,
  { coldStarts: count, searchTmp }: Pick<BenchSize, 'coldStarts' | 'searchTmp'>,
): Promise<ColdStart> => {
  const directory = await mkdtemp(join(tmpdir(), 'search-bench-'));
  const file = join(directory, 'snapshot');
  await writeFile(file, body);
  const script = join(import.meta.dirname, 'search-cold-start.ts');
  const env = { ...process.env, ...(searchTmp && { TMPDIR: searchTmp }) };
  const runs: ColdStart[] = [];
  for (let n = 0; n < count; n += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, file, sha256, query], { env });
    runs.push(JSON.parse(stdout) as ColdStart);
  }
  await rm(directory, { recursive: true });
  const medianOf = (field: keyof ColdStart) => median(runs.map((run) => run[field]));
  return { ms: medianOf('ms'), peakBytes: medianOf('peakBytes'), grownBytes: medianOf('grownBytes') };
};
