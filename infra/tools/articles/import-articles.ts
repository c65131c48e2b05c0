import { type PortalClient, RefusedCall } from '../../../shared/api/client.ts';
import { UserError } from '../../cli/user-error.ts';
import { type ImportOutcome, importOne } from './import-one.ts';
import type { ReadResult } from './read-jsonl.ts';
import type { Source } from './read-source.ts';

export type Refusal = { where: string; refused: string };
export type Tally = Record<ImportOutcome | 'refused', number>;
type Options = {
  client: PortalClient;
  source: Source;
  /** Checks everything and imports nothing. */
  isDryRun: boolean;
  onProgress: (readBytes: number, tally: Tally) => void;
  onRefused: (refusal: Refusal) => void;
};

/** Articles that are imported concurrently. */
const concurrency = 8;
/** Refusals of one line; any other one ends the import. */
const lineStatuses = [404, 409, 412, 413, 422];

/** Imports the articles of a source. Refused lines are reported and skipped; an error ends the import, and the next run resumes it. */
export const importArticles = async (options: Options): Promise<Tally> => {
  const { client, source, isDryRun, onProgress, onRefused } = options;
  const tally: Tally = { created: 0, present: 0, finished: 0, refused: 0 };
  const { body: settings } = await client.call('GET /api/admin/settings').catch(stop);
  const categories = new Set(settings.categories.map(({ slug }) => slug));
  const assertFirst = duplicateFinder();
  let readBytes = 0;
  const articles = source.articles((bytes) => {
    readBytes += bytes;
  });

  const take = async (found: ReadResult) => {
    const refused = 'refused' in found ? found.refused : await takeLine(found);
    if (refused === null) return;
    tally.refused += 1;
    onRefused({ where: found.where, refused });
  };
  const takeLine = async ({
    where,
    line,
  }: Extract<ReadResult, { line: unknown }>): Promise<string | null> => {
    const duplicate = assertFirst(where, line);
    if (duplicate) return duplicate;
    if (!categories.has(line.category)) return `category: the site has no “${line.category}”`;
    if (isDryRun) {
      tally.created += 1;
      return null;
    }
    try {
      tally[await importOne(client, line)] += 1;
      return null;
    } catch (error) {
      if (error instanceof RefusedCall && lineStatuses.includes(error.status)) return error.message;
      return stop(error);
    }
  };
  const work = async () => {
    for (let next = await articles.next(); !next.done; next = await articles.next()) {
      await take(next.value);
      onProgress(readBytes, tally);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return tally;
};

/** Finds duplicates in a source, by id or old address. */
const duplicateFinder = () => {
  const seen = new Map<string, string>();
  return (where: string, { id, oldUrls }: { id: string; oldUrls: readonly string[] }): string | null => {
    for (const name of [id, ...oldUrls]) {
      const first = seen.get(name);
      if (first !== undefined) return `duplicate of ${first} (${name})`;
    }
    for (const name of [id, ...oldUrls]) seen.set(name, where);
    return null;
  };
};

const stop = (cause: unknown): never => {
  if (cause instanceof RefusedCall && [401, 403].includes(cause.status)) {
    throw new UserError(
      'The portal does not take the token: it must be an editor’s or an admin’s, and valid.',
      { cause },
    );
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new UserError(`The portal cannot be worked with (${why}). Run the same command again to go on.`, {
    cause,
  });
};
