import * as z from 'zod/mini';
import type { Item } from '../table/table-store.ts';
import { defaultSettings } from './default-settings.ts';
import { type SiteSettings, siteSettings } from './settings.ts';

const storedSite = z.object({ version: z.int(), settings: siteSettings });
export type StoredSite = { version: number; settings: SiteSettings };

/** The site as stored; the defaults at version 0 until an admin saves settings. */
export const parseSite = (item: Item | null): StoredSite =>
  item ? storedSite.parse(item) : { version: 0, settings: defaultSettings };
