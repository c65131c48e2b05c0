import * as z from 'zod/mini';
import type { Activity } from '../activity/activity.ts';
import type { ActivityRecorder } from '../activity/activity-store.ts';
import type { Change } from '../articles/change.ts';
import { activityOfChange } from '../articles/change-writes.ts';
import { articleKeys } from '../articles/keys.ts';
import { liveArticle } from '../articles/live-article.ts';
import { isStaticPage } from '../articles/static-page.ts';
import { image } from '../images/image.ts';
import { imageKeys } from '../images/keys.ts';
import { imageUsageWrites } from '../images/usage-writes.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Table, TableWrite } from '../table/table-store.ts';
import { siteKeys } from './keys.ts';
import { siteAfterLive } from './page-links.ts';
import type { SitePage, SiteSettings } from './settings.ts';
import { settingsRevisionWrite } from './settings-history-store.ts';
import { parseSite, type StoredSite } from './stored-site.ts';

/** The user id of the settings in an image's `usedBy`. */
const settingsUser = 'settings';

/** The site's settings, for those who change them or decide by them. */
export const siteStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const key = siteKeys(siteId).settings();
  const articles = articleKeys(siteId);
  const get = async (): Promise<StoredSite> => parseSite(await table.get(key));

  const saveWrites = (after: StoredSite, before: StoredSite, entry: Activity): TableWrite[] => [
    { put: { ...key, ...after }, condition: isAt(before) },
    ...bannerWrites(siteId, before.settings.banner, after.settings.banner),
    settingsRevisionWrite(siteId, { settings: after.settings, version: after.version, entry }),
    record(entry),
  ];

  /** The versions and dates of the live ones among some pages. */
  const livePages = async (pages: readonly SitePage[]) => {
    if (pages.length === 0) return [];
    const keys = pages.map(({ article }) => articles.live(article));
    const attributes = ['id', 'version', 'publishedAt', 'withdrawAt'];
    const items = await table.getMany(keys, { isConsistent: true, attributes });
    return items.flatMap((item) => (item ? [livePage.parse(item)] : []));
  };

  return {
    /** Strongly consistent. */
    get,

    /** Saves the settings as the version after `before`, with a revision; false when that is no longer current, or a new static page no longer live. */
    async save(settings: SiteSettings, before: StoredSite, entry: Activity): Promise<boolean> {
      const newPages = settings.pages.filter(({ article }) => !before.pageDates[article]);
      const added = await livePages(newPages);
      // Withdrawn since it was looked up.
      if (added.length < newPages.length) return false;
      const known = settings.pages.flatMap(({ article: id }) => {
        const dates = before.pageDates[id];
        return dates ? [{ id, ...dates }] : [];
      });
      const pageDates = Object.fromEntries(
        [...known, ...added].map(({ id, publishedAt, withdrawAt }) => [id, { publishedAt, withdrawAt }]),
      );
      const after = { version: before.version + 1, settings, pageDates };
      return table.write([
        ...saveWrites(after, before, entry),
        ...added.map(({ id, version }) => ({
          check: articles.live(id),
          condition: { expression: 'version = :live', values: { ':live': version } },
        })),
      ]);
    },

    /**
     * What the transaction of an article's change must write here, so that no link leads to a static page that is one no longer: see
     * `siteAfterLive`. Where the settings do not name the page, a condition that they still do not.
     */
    async writesWithArticle(change: Change): Promise<TableWrite[]> {
      if (change.live === 'unchanged') return [];
      const before = await get();
      const live = change.live !== 'removed' && isStaticPage(change.live) ? change.live : null;
      const after = siteAfterLive(before, change.article.id, live);
      if (after !== before) return saveWrites(after, before, pageActivity(change, before, after));
      return isStaticPage(change.article) ? [{ check: key, condition: isAt(before) }] : [];
    },

    /** Whether a picture exists and is ready. */
    async hasImage(id: string): Promise<boolean> {
      const item = await table.get(imageKeys(siteId).image(id));
      return item !== null && image.parse(item).status === 'ready';
    },

    /** The ids among some that are published static pages. */
    async staticPagesAmong(ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      const keys = ids.map((id) => articles.live(id));
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
        ExpressionAttributeValues: { ':p': articles.categoryFeed(category) },
        Limit: 1,
      });
      return items.length > 0;
    },
  };
};
export type SiteStore = ReturnType<typeof siteStore>;

/** The condition that the settings are still at a version. */
const isAt = ({ version }: StoredSite) =>
  version === 0
    ? { expression: 'attribute_not_exists(pk)' }
    : { expression: 'version = :seen', values: { ':seen': version } };

/** The part of a static page's live version that its link depends on. */
const livePage = z.pick(liveArticle, { id: true, version: true, publishedAt: true, withdrawAt: true });

/** The entry of the activity log about what an article's change did to the link of its page. Its id is that of the change's own entry, with an end. */
const pageActivity = (change: Change, before: StoredSite, after: StoredSite): Activity => {
  const entry = activityOfChange(change);
  const page = before.settings.pages.find(({ article }) => article === change.article.id);
  const isRemoved = after.settings.pages.length < before.settings.pages.length;
  return {
    ...entry,
    id: `${entry.id}#page`,
    action: isRemoved ? 'remove-page' : 'date-page',
    subject: { kind: 'settings', id: 'site' },
    title: page?.name ?? '',
    version: after.version,
  };
};

/** The banner is an image in use, so that it cannot be deleted. */
const bannerWrites = (siteId: string, before: string | null, after: string | null): TableWrite[] => {
  const listed = (id: string | null) => (id === null ? [] : [id]);
  if (before === after) return [];
  return imageUsageWrites(siteId, settingsUser, { added: listed(after), removed: listed(before) });
};
