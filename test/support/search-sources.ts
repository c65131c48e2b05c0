import { changeStore } from '../../shared/search/change-store.ts';
import { indexVersions } from '../../shared/search/index-schema.ts';
import type { SnapshotStore } from '../../shared/search/snapshot-store.ts';
import { temporaryFile } from '../../shared/search/temporary-database.ts';
import type { Table } from '../../shared/table/table-store.ts';

/** What the functions `search` and `search-compactor` of a site are made from. Collects what they report. */
export const searchSources = (table: Table, snapshots: SnapshotStore, siteId: string) => {
  const invalidSnapshots: unknown[] = [];
  const failures: unknown[] = [];
  let ids = 0;
  return {
    siteId,
    changes: changeStore(table, siteId),
    snapshots,
    versions: indexVersions,
    newFile: temporaryFile,
    newId: () => {
      ids += 1;
      return `${siteId}-${ids}`;
    },
    onInvalidSnapshot: (error: unknown) => {
      invalidSnapshots.push(error);
    },
    onFailure: (error: unknown) => {
      failures.push(error);
    },
    invalidSnapshots,
    failures,
  };
};
