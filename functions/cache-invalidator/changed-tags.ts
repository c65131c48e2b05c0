import * as z from 'zod/mini';
import { articleTag, categoryTag, listTag, siteTag } from '../../shared/edge/cache-tags.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';

/** What readers see of an article, as far as it decides where. */
const liveItem = z.object({ id: z.string(), category: z.string(), publishedAt: z.string() });

/** One item of the table before and after a change; null where there was or is none. */
export type ItemChange = { sortKey: string; before: unknown; after: unknown };

/**
 * The tags of all that a change makes untrue, two for most. Throws for an article that cannot be read.
 * New: lists of the site and of its category. Gone, or other words: what shows it, and the site's lists. Moved: where it comes to stand, too.
 */
export const changedTags = ({ sortKey, before, after }: ItemChange): string[] => {
  if (sortKey === 'SETTINGS') return [siteTag];
  if (sortKey !== 'LIVE') return [];
  const was = before ? placeOf(before) : null;
  const is = after ? placeOf(after) : null;
  if (!was) return is ? [listTag(is.month), categoryTag(is.category, is.month)] : [];
  if (!is) return [articleTag(was.id), listTag(was.month)];
  const isMoved = was.category !== is.category || was.publishedAt !== is.publishedAt;
  const tags = [articleTag(is.id), listTag(was.month), listTag(is.month)];
  return [...new Set(isMoved ? [...tags, categoryTag(is.category, is.month)] : tags)];
};

const placeOf = (item: unknown) => {
  const { id, category, publishedAt } = liveItem.parse(item);
  return { id, category, publishedAt, month: monthOf(localDay(new Date(publishedAt))) };
};
