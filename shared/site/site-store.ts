import type { Activity } from '../activity/activity.ts';
import type { ActivityRecorder } from '../activity/activity-store.ts';
import { articleKeys } from '../articles/keys.ts';
import { liveArticle } from '../articles/live-article.ts';
import { isStaticPage } from '../articles/static-page.ts';
import { image } from '../images/image.ts';
import { imageKeys } from '../images/keys.ts';
import { imageUsageWrites } from '../images/usage-writes.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Table, TableWrite } from '../table/table-store.ts';
import { siteKeys } from './keys.ts';
import type { SiteSettings } from './settings.ts';
import { settingsRevisionWrite } from './settings-history-store.ts';
import { parseSite, type StoredSite } from './stored-site.ts';

/** The user id of the settings in an image's `usedBy`. */
const settingsUser = 'settings';

/** The site's settings, for those who change them or decide by them. */
export const siteStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const key = siteKeys(siteId).settings();
  return {
    /** Strongly consistent. */
    get: async (): Promise<StoredSite> => parseSite(await table.get(key)),

    /** Saves the settings as the version after `before`, with a revision; false when that is no longer current. */
    save: (settings: SiteSettings, before: StoredSite, entry: Activity): Promise<boolean> =>
      table.write([
        {
          put: { ...key, version: before.version + 1, settings },
          condition:
            before.version === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'version = :seen', values: { ':seen': before.version } },
        },
        ...bannerWrites(siteId, before.settings.banner, settings.banner),
        settingsRevisionWrite(siteId, { settings, version: before.version + 1, entry }),
        record(entry),
      ]),

    /** Whether a picture exists and is ready. */
    async hasImage(id: string): Promise<boolean> {
      const item = await table.get(imageKeys(siteId).image(id));
      return item !== null && image.parse(item).status === 'ready';
    },

    /** The ids among some that are published static pages. */
    async staticPagesAmong(ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      const keys = ids.map((id) => articleKeys(siteId).live(id));
      const items = await table.getMany(keys, { isConsistent: true });
      const pages = items.flatMap((item) => (item ? [liveArticle.parse(item)] : [])).filter(isStaticPage);
      return new Set(pages.map(({ id }) => id));
    },

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

/** The banner is an image in use, so that it cannot be deleted. */
const bannerWrites = (siteId: string, before: string | null, after: string | null): TableWrite[] => {
  const listed = (id: string | null) => (id === null ? [] : [id]);
  if (before === after) return [];
  return imageUsageWrites(siteId, settingsUser, { added: listed(after), removed: listed(before) });
};
