import type { Key } from '../table/table-store.ts';

/** Keys of images in the content table. */
export const imageKeys = (siteId: string) => ({
  image: (id: string): Key => ({ pk: `${siteId}#IMAGE#${id}`, sk: 'IMAGE' }),
  list: () => siteId,
});
