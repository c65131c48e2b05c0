import { wordTest } from '../text/word-test.ts';
import type { Image } from './image.ts';

export type ImageFilter = {
  /** Words of the file name, the description, the credit or who uploaded it; each is the beginning of one, with diacritics or without. */
  words?: string | undefined;
  uploadedBy?: string | undefined;
  /** `undescribed`: ready, and neither with alternative text nor decorative. */
  state?: 'ready' | 'undescribed' | undefined;
};

export const isUndescribed = ({ alt, decorative }: Pick<Image, 'alt' | 'decorative'>) =>
  alt === '' && !decorative;

/** A test for the images of a filter; null for a filter that all images pass. */
export const imageTest = ({
  words = '',
  uploadedBy,
  state,
}: ImageFilter): ((image: Image) => boolean) | null => {
  const hasWords = wordTest(words);
  if (hasWords === null && uploadedBy === undefined && state === undefined) return null;
  return (image) => {
    if (uploadedBy !== undefined && image.createdBy !== uploadedBy) return false;
    if (state !== undefined && image.status !== 'ready') return false;
    if (state === 'undescribed' && !isUndescribed(image)) return false;
    return hasWords?.([image.fileName, image.alt, image.credit, image.createdBy].join('\n')) ?? true;
  };
};
