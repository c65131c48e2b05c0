import type { ArticleContent } from '../../../../shared/articles/content.ts';

export type GalleryItem = ArticleContent['gallery'][number];
type Gallery = readonly GalleryItem[];

/** Pictures of one gallery: `shared/articles/content.ts`. */
export const galleryLimit = 60;
/** Free places below which the limit is said. */
const fewPlaces = 10;

/** The gallery with pictures at its end: those that it does not hold, as far as there is room. */
export const added = (gallery: Gallery, imageIds: readonly string[]): GalleryItem[] => {
  const held = new Set(gallery.map(({ image }) => image));
  const fresh = [...new Set(imageIds)].filter((id) => !held.has(id)).map((image) => ({ image, caption: '' }));
  return [...gallery, ...fresh].slice(0, galleryLimit);
};

/** What is to be said about the room that is left; empty while there is much. */
export const roomInWords = (count: number): string => {
  const places = galleryLimit - count;
  if (places <= 0) return `Bộ ảnh đã đủ ${galleryLimit} ảnh. Muốn thêm, hãy bỏ bớt ảnh.`;
  return places < fewPlaces ? `Còn chỗ cho ${places} ảnh nữa (tối đa ${galleryLimit}).` : '';
};
