import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { tokenCharacters } from './tokens.ts';

/** "CTsi": recognizes a database of ours. https://www.sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x43_54_73_69;
/** Raised whenever tables, tokens or folding change: an index of another version is rebuilt. */
export const indexVersion = 1;

const schema = `
  create table article(
    rowid integer primary key, id text not null unique, version integer not null, title text not null,
    foldedTitle text not null, exactTitle text not null, publishedAt text not null, withdrawAt text,
    words blob not null
  );
  create table syllable(number integer primary key, folded text not null unique);
  create table site(id text not null);
  create virtual table token using fts5(
    tokens, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '${tokenCharacters}'"
  );
  pragma application_id = ${applicationId};
  pragma user_version = ${indexVersion};
`;

/** Opens a database in a file that is unlinked at once: whatever becomes of the process, nothing stays behind. */
const openUnlinked = (bytes?: Uint8Array): DatabaseSync => {
  const directory = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    const file = join(directory, 'index');
    if (bytes) writeFileSync(file, bytes);
    const database = new DatabaseSync(file);
    // A journal on disk would look for the file. Nothing here has to outlive a crash.
    database.exec('pragma journal_mode = memory; pragma synchronous = off');
    return database;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** A new, empty database of a site. */
export const createDatabase = (siteId: string): DatabaseSync => {
  const database = openUnlinked();
  database.exec(schema);
  database.prepare('insert into site values (?)').run(siteId);
  return database;
};

/** A database from the bytes of another. Throws for bytes that are not an index of this version and site. */
export const openDatabase = (bytes: Uint8Array, siteId: string): DatabaseSync => {
  const database = openUnlinked(bytes);
  try {
    const { application_id, user_version } = {
      ...database.prepare('pragma application_id').get(),
      ...database.prepare('pragma user_version').get(),
    };
    if (application_id !== applicationId) throw new Error('Not an index');
    if (user_version !== indexVersion) throw new Error(`An index of version ${user_version}`);
    const site = database.prepare('select id from site').get();
    if (site?.id !== siteId) throw new Error('An index of another site');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** The optimized database as bytes. */
export const databaseBytes = (database: DatabaseSync): Buffer => {
  database.exec("insert into token(token) values ('optimize')");
  const directory = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    const file = join(directory, 'index');
    database.prepare('vacuum into ?').run(file);
    return readFileSync(file);
  } finally {
    rmSync(directory, { recursive: true });
  }
};
