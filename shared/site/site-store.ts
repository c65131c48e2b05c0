import type { Activity } from '../activity/activity.ts';
import type { ActivityRecorder } from '../activity/activity-store.ts';
import { articleKeys } from '../articles/keys.ts';
import { contentIndexes } from '../content-indexes.ts';
import type { Table } from '../table-store.ts';
import { siteKeys } from './keys.ts';
import type { SiteSettings } from './settings.ts';
import { parseSite, type StoredSite } from './stored-site.ts';

/** The site's settings, for those who change them or decide by them. */
export const siteStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const key = siteKeys(siteId).settings();
  return {
    /** Strongly consistent. */
    get: async (): Promise<StoredSite> => parseSite(await table.get(key)),

    /** Saves the settings as the version after `previousVersion`; false when that is no longer the current one. */
    save: (settings: SiteSettings, previousVersion: number, entry: Activity): Promise<boolean> =>
      table.write([
        {
          put: { ...key, version: previousVersion + 1, settings },
          condition:
            previousVersion === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'version = :seen', values: { ':seen': previousVersion } },
        },
        record(entry),
      ]),

    /** Whether any article, public or scheduled, is in a category. */
    async isInUse(category: string): Promise<boolean> {
      const { name, partition } = contentIndexes.categoryFeed;
      const { items } = await table.query({
        IndexName: name,
        KeyConditionExpression: '#p = :p',
        ExpressionAttributeNames: { '#p': partition },
        ExpressionAttributeValues: { ':p': articleKeys(siteId).categoryFeed(category) },
        Limit: 1,
      });
      return items.length > 0;
    },
  };
};
export type SiteStore = ReturnType<typeof siteStore>;
