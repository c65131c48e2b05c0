import type { Key } from '../table/table-store.ts';

/** Every key of the content table that concerns images. */
export const imageKeys = (siteId: string) => ({
  image: (id: string): Key => ({ pk: `${siteId}#IMAGE#${id}`, sk: 'IMAGE' }),
  list: () => siteId,
});
