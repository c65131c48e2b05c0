import type { Activity } from '../activity/activity.ts';
import type { Table, TableWrite } from '../table/table-store.ts';
import { siteKeys } from './keys.ts';
import type { SiteSettings } from './settings.ts';
import { type SettingsRevision, settingsRevision } from './settings-revision.ts';

/** Above any version: eight digits. */
const maxVersion = 100_000_000;

/** Keeps a saved state of the settings; part of the transaction that saves them. */
export const settingsRevisionWrite = (
  siteId: string,
  { settings, version, entry }: { settings: SiteSettings; version: number; entry: Activity },
): TableWrite => {
  const { action, at, by, role, note } = entry;
  const revision: SettingsRevision = { version, action, at, by, role, note, settings };
  return {
    put: { ...siteKeys(siteId).settingsRevision(version), ...revision },
    condition: { expression: 'attribute_not_exists(pk)' },
  };
};

/** Reads what was saved before. */
export const settingsHistoryStore = (table: Table, siteId: string) => {
  const keys = siteKeys(siteId);
  return {
    /** Newest first; `next` is a version. */
    async list({ before, limit }: { before: number | null; limit: number }) {
      const { items, lastKey } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': keys.settings().pk,
          ':first': keys.settingsRevision(0).sk,
          ':last': keys.settingsRevision((before ?? maxVersion) - 1).sk,
        },
        ScanIndexForward: false,
        Limit: limit + 1,
      });
      const page = items.slice(0, limit).map((item) => settingsRevision.parse(item));
      // A page of a query ends at 1 MB: large settings make it short.
      const hasMore = items.length > limit || lastKey !== undefined;
      return { items: page, next: hasMore ? (page.at(-1)?.version ?? null) : null };
    },

    async revision(version: number): Promise<SettingsRevision | null> {
      const item = await table.get(keys.settingsRevision(version));
      return item && settingsRevision.parse(item);
    },
  };
};
export type SettingsHistoryStore = ReturnType<typeof settingsHistoryStore>;
