import type { DatabaseSync } from 'node:sqlite';
import { applicationId, type IndexVersions, indexSchema, indexVersions, isReadable } from './index-schema.ts';
import { type SearchIndex, searchIndex } from './search-index.ts';
import { openTemporaryDatabase, type TemporaryFile, temporaryFile } from './temporary-database.ts';

type CreateOptions = { version?: number; file?: TemporaryFile };

/** Creates an empty index of a site. */
export const createIndex = (
  siteId: string,
  { version = indexVersions.written, file = temporaryFile() }: CreateOptions = {},
): SearchIndex => {
  const database = openTemporaryDatabase(file);
  database.exec(indexSchema(version));
  database.prepare('insert into site values (?)').run(siteId);
  return searchIndex(database);
};

/** Opens an index that `SearchIndex.saveTo` wrote and unlinks its file. Throws for anything but an index of this site in a readable version. */
export const openIndex = (file: TemporaryFile, siteId: string, versions = indexVersions): SearchIndex => {
  const database = openTemporaryDatabase(file);
  try {
    checkOrigin(database, siteId, versions);
    return searchIndex(database);
  } catch (error) {
    database.close();
    throw error;
  }
};

const checkOrigin = (database: DatabaseSync, siteId: string, versions: IndexVersions) => {
  const found = {
    ...database.prepare('pragma application_id').get(),
    ...database.prepare('pragma user_version').get(),
  };
  if (found.application_id !== applicationId) throw new Error('The database is not a search index');
  if (!isReadable(Number(found.user_version), versions)) {
    throw new Error(`The index has version ${found.user_version}, which this code does not read`);
  }
  const site = database.prepare('select id from site').get();
  if (site?.id !== siteId) throw new Error('The index belongs to another site');
};
