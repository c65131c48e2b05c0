import type { Key } from '../table/table-store.ts';

/** Keys of the site itself in the content table. */
export const siteKeys = (siteId: string) => ({
  /** Apart from the settings, which the readers' functions read: the key opens drafts. */
  previewKey: (): Key => ({ pk: `${siteId}#PREVIEW-KEY`, sk: 'PREVIEW-KEY' }),
  settings: (): Key => ({ pk: `${siteId}#SITE`, sk: 'SETTINGS' }),
  /** Zero-padded, so that revisions sort by number. */
  settingsRevision: (version: number): Key => ({
    pk: `${siteId}#SITE`,
    sk: `SETTINGS#REV#${String(version).padStart(8, '0')}`,
  }),
});
