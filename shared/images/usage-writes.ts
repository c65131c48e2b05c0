import type { TableWrite } from '../table/table-store.ts';
import { imageKeys } from './keys.ts';

/**
 * Writes that record who uses which images (`usedBy`, a set on the image), for the transaction of the change itself: an image in use
 * cannot be deleted, and a deleted one cannot be used.
 * @param user the id of an article, or `settings`
 */
export const imageUsageWrites = (
  siteId: string,
  user: string,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): TableWrite[] => {
  const condition = { expression: 'attribute_exists(pk)', values: { ':user': new Set([user]) } };
  const write = (image: string, change: string): TableWrite => ({
    update: imageKeys(siteId).image(image),
    change,
    condition,
  });
  return [
    ...added.map((image) => write(image, 'ADD usedBy :user')),
    ...removed.map((image) => write(image, 'DELETE usedBy :user')),
  ];
};
