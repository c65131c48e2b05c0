import type { DatabaseSync } from 'node:sqlite';
import { applicationId, indexSchema, indexVersion } from './index-schema.ts';
import { type SearchIndex, searchIndex } from './search-index.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

/** Creates an empty index of a site. */
export const createIndex = (siteId: string): SearchIndex => {
  const database = openTemporaryDatabase();
  database.exec(indexSchema);
  database.prepare('insert into site values (?)').run(siteId);
  return searchIndex(database);
};

/** Opens an index from its bytes (`SearchIndex.bytes`). Throws for anything but an index of this version and site. */
export const openIndex = (bytes: Uint8Array, siteId: string): SearchIndex => {
  const database = openTemporaryDatabase(bytes);
  try {
    checkOrigin(database, siteId);
    return searchIndex(database);
  } catch (error) {
    database.close();
    throw error;
  }
};

const checkOrigin = (database: DatabaseSync, siteId: string) => {
  const found = {
    ...database.prepare('pragma application_id').get(),
    ...database.prepare('pragma user_version').get(),
  };
  if (found.application_id !== applicationId) throw new Error('The database is not a search index');
  if (found.user_version !== indexVersion) {
    throw new Error(`The index has version ${found.user_version} instead of ${indexVersion}`);
  }
  const site = database.prepare('select id from site').get();
  if (site?.id !== siteId) throw new Error('The index belongs to another site');
};
