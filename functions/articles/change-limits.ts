import type { Change } from '../../shared/articles/change.ts';
import { invalidField } from '../../shared/errors.ts';
import { imageLimit, partLimit } from './content-reader.ts';

/** Throws `invalid_fields` for a change with more writes than fit one transaction. */
export const assertChangeFits = ({ images, oldUrls, leftTags, live, article }: Change) => {
  const joinedTags = typeof live === 'string' ? [] : article.liveTags;
  const imageCount = images.added.length + images.removed.length;
  const partCount =
    imageCount + oldUrls.added.length + oldUrls.removed.length + leftTags.length + joinedTags.length;
  if (partCount <= partLimit) return;
  const isImages = imageCount > imageLimit;
  const what = isImages ? `${imageLimit} ảnh` : `${partLimit} ảnh, địa chỉ cũ và từ khóa`;
  throw invalidField(isImages ? 'gallery' : 'oldUrls', `Đổi quá ${what} một lần; hãy lưu làm nhiều lần`);
};
