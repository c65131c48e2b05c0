import type { Key } from '../table/table-store.ts';

/** Keys of the content table that concern the site itself. */
export const siteKeys = (siteId: string) => ({
  previewKey: (): Key => ({ pk: `${siteId}#SITE`, sk: 'PREVIEW-KEY' }),
  settings: (): Key => ({ pk: `${siteId}#SITE`, sk: 'SETTINGS' }),
});
