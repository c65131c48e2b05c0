import * as z from 'zod/mini';
import { articleId } from '../ids.ts';
import type { Item } from '../table/table-store.ts';
import { instant } from '../time/instant.ts';
import { defaultSettings } from './default-settings.ts';
import { siteSettings } from './settings.ts';

const storedSite = z.object({
  version: z.int(),
  settings: siteSettings,
  /** The dates of the static pages, by article, as their live versions have them: a reader's page needs no further read to leave one out. */
  pageDates: z._default(
    z.record(articleId, z.object({ publishedAt: instant, withdrawAt: z.nullable(instant) })),
    {},
  ),
});
export type StoredSite = z.infer<typeof storedSite>;

/** The site as stored; the defaults at version 0 until an admin saves settings. */
export const parseSite = (item: Item | null): StoredSite =>
  item ? storedSite.parse(item) : { version: 0, settings: defaultSettings, pageDates: {} };
