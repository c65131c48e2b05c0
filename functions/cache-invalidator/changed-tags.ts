import * as z from 'zod/mini';
import {
  articleTag,
  type CacheTag,
  categoryTag,
  listTag,
  siteTag,
  tagOfSite,
} from '../../shared/edge/cache-tags.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';

/** The fields of a LIVE item that decide where it appears. */
const liveItem = z.object({ id: z.string(), category: z.string(), publishedAt: z.string() });

/** One item of the content table before and after a change; null where it did not exist or no longer does. */
export type ItemChange = { partitionKey: string; sortKey: string; before: unknown; after: unknown };

/** The site of a partition key: `hac-van` of `hac-van#LIVE#01…`. */
export const siteOf = (partitionKey: string): string => partitionKey.split('#')[0] ?? '';

/** The cache tags to invalidate for a change, as CloudFront knows them. Throws for an article that cannot be parsed. */
export const changedTags = (change: ItemChange): string[] =>
  tagsWithinSite(change).map((tag) => tagOfSite(siteOf(change.partitionKey), tag));

/**
 * - A new article changes the lists of the site and of its category in its month.
 * - A removed or edited one changes what shows it, and the lists of the site.
 * - A moved one also changes the lists that it enters.
 */
const tagsWithinSite = ({ sortKey, before, after }: ItemChange): CacheTag[] => {
  if (sortKey === 'SETTINGS') return [siteTag];
  if (sortKey !== 'LIVE') return [];
  const old = before ? placeOf(before) : null;
  const current = after ? placeOf(after) : null;
  if (!old) return current ? [listTag(current.month), categoryTag(current.category, current.month)] : [];
  if (!current) return [articleTag(old.id), listTag(old.month)];
  const isMoved = old.category !== current.category || old.publishedAt !== current.publishedAt;
  const tags = [articleTag(current.id), listTag(old.month), listTag(current.month)];
  return [...new Set(isMoved ? [...tags, categoryTag(current.category, current.month)] : tags)];
};

const placeOf = (item: unknown) => {
  const { id, category, publishedAt } = liveItem.parse(item);
  return { id, category, publishedAt, month: monthOf(localDay(new Date(publishedAt))) };
};
