import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Opens a database, empty or with the given bytes, in a file that is unlinked at once: nothing outlives the process. */
export const openTemporaryDatabase = (bytes?: Uint8Array): DatabaseSync =>
  withTemporaryFile((file) => {
    if (bytes) writeFileSync(file, bytes);
    const database = new DatabaseSync(file);
    // SQLite cannot place a journal beside an unlinked file. Nothing here has to survive a crash.
    database.exec('pragma journal_mode = memory; pragma synchronous = off');
    return database;
  });

/** The bytes of a database, compacted. */
export const databaseBytes = (database: DatabaseSync): Buffer =>
  withTemporaryFile((file) => {
    database.prepare('vacuum into ?').run(file);
    return readFileSync(file);
  });

const withTemporaryFile = <T>(use: (file: string) => T): T => {
  const directory = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    return use(join(directory, 'index'));
  } finally {
    rmSync(directory, { recursive: true });
  }
};
