import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A path in a temporary directory of its own. `remove` deletes the directory. */
export type TemporaryFile = { path: string; remove: () => void };

export const temporaryFile = (): TemporaryFile => {
  const directory = mkdtempSync(join(tmpdir(), 'search-'));
  return {
    path: join(directory, 'index'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
};

/** Opens the database of a temporary file, or a new one, and unlinks the file: it takes room until the database is closed. */
export const openTemporaryDatabase = ({ path, remove }: TemporaryFile): DatabaseSync => {
  try {
    const database = new DatabaseSync(path);
    // SQLite cannot place a journal beside an unlinked file. Nothing here has to survive a crash.
    database.exec('pragma journal_mode = memory; pragma synchronous = off');
    return database;
  } finally {
    remove();
  }
};
