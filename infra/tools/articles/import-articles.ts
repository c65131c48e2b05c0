import { type PortalClient, RefusedCall } from '../../../shared/api/client.ts';
import { UserError } from '../../cli/user-error.ts';
import type { ArticleRecord } from './article-record.ts';
import { type ImportOutcome, importArticle } from './import-article.ts';
import type { ImportSource } from './import-source.ts';
import type { ReadResult } from './read-jsonl.ts';

export type Refusal = { location: string; reason: string };
export type ImportTally = Record<ImportOutcome | 'refused', number>;
type Options = {
  client: PortalClient;
  source: ImportSource;
  /** Checks every record and imports none. */
  isDryRun: boolean;
  onProgress: (readBytes: number, tally: ImportTally) => void;
  onRefused: (refusal: Refusal) => void;
};

/** Articles imported in parallel. */
const concurrency = 8;
/** Statuses that refuse one record; any other error stops the import. */
const recordStatuses = [404, 409, 412, 413, 422];

/**
 * Imports the articles of a source; reports and skips refused records. Throws `UserError` for an error that stops the import,
 * which the next run resumes.
 */
export const importArticles = async (options: Options): Promise<ImportTally> => {
  const { client, source, isDryRun, onProgress, onRefused } = options;
  const tally: ImportTally = { imported: 0, unchanged: 0, resumed: 0, refused: 0 };
  const { body: settings } = await client.call('GET /api/admin/settings').catch(stopImport);
  const categories = new Set(settings.categories.map(({ slug }) => slug));
  const findDuplicate = duplicateFinder();
  let readBytes = 0;
  const results = source.articles((bytes) => {
    readBytes += bytes;
  });

  /** Imports a record; returns the reason when it is refused. */
  const importRecord = async (location: string, record: ArticleRecord): Promise<string | null> => {
    const duplicate = findDuplicate(location, record);
    if (duplicate) return duplicate;
    if (!categories.has(record.category)) return `category: the site has no “${record.category}”`;
    try {
      tally[isDryRun ? 'imported' : await importArticle(client, record)] += 1;
      return null;
    } catch (error) {
      if (error instanceof RefusedCall && recordStatuses.includes(error.status)) return error.message;
      return stopImport(error);
    }
  };
  const handleResult = async (result: ReadResult) => {
    const { location } = result;
    const reason = 'reason' in result ? result.reason : await importRecord(location, result.record);
    if (reason === null) return;
    tally.refused += 1;
    onRefused({ location, reason });
  };
  const worker = async () => {
    for (let next = await results.next(); !next.done; next = await results.next()) {
      await handleResult(next.value);
      onProgress(readBytes, tally);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return tally;
};

/** Finds records whose id or old URL occurred earlier in the source. */
const duplicateFinder = () => {
  const locations = new Map<string, string>();
  return (location: string, { id, oldUrls }: ArticleRecord): string | null => {
    const keys = [id, ...oldUrls];
    for (const key of keys) {
      const first = locations.get(key);
      if (first !== undefined) return `duplicate of ${first} (${key})`;
    }
    for (const key of keys) locations.set(key, location);
    return null;
  };
};

const stopImport = (cause: unknown): never => {
  if (cause instanceof RefusedCall && [401, 403].includes(cause.status)) {
    throw new UserError('The portal refuses the token: it must be valid, and an editor’s or an admin’s.', {
      cause,
    });
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  throw new UserError(`The import stopped (${message}): run the same command again to resume it.`, { cause });
};
