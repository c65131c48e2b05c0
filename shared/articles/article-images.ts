import { PortalError } from '../errors.ts';
import { ulidPattern } from '../ids.ts';
import type { Image } from '../images/image.ts';
import { type Picture, toPicture } from '../images/picture.ts';
import type { Article } from './article.ts';

type Content = Pick<Article, 'cover' | 'gallery' | 'body'>;
/** Where in an article an image is used, as a JSON path. */
type ImageUse = { field: string; id: string };

/** An image in a sanitized body. */
export const bodyImage = new RegExp(`<img src="/images/(${ulidPattern})" />`, 'g');

/** Every use of an image in an article, in reading order. */
const imageUses = ({ cover, gallery, body }: Content): ImageUse[] => [
  ...(cover === null ? [] : [{ field: 'cover', id: cover }]),
  ...Array.from(body.matchAll(bodyImage), ([, id = '']) => ({ field: 'body', id })),
  ...gallery.map(({ image }, index) => ({ field: `gallery.${index}.image`, id: image })),
];

/** The images of an article, each once. */
export const imagesOf = (content: Content): string[] => [...new Set(imageUses(content).map(({ id }) => id))];

/** Throws `invalid_fields`, naming the fields, unless every image exists and is ready. */
export const assertImagesReady = (content: Content, found: readonly Image[]) => {
  const ready = new Set(found.filter(({ status }) => status === 'ready').map(({ id }) => id));
  refuse(
    imageUses(content).filter(({ id }) => !ready.has(id)),
    'Không có ảnh này, hoặc ảnh chưa tải lên xong',
  );
};

/**
 * The images of an article as readers will see them. Throws `invalid_fields`, naming the fields, for an image that has neither
 * alternative text nor the mark that it is decorative: https://www.w3.org/TR/WCAG22/#non-text-content
 */
export const picturesForPublication = (content: Content, found: readonly Image[]): Picture[] => {
  assertImagesReady(content, found);
  const silent = new Set(found.filter(({ alt, decorative }) => !alt && !decorative).map(({ id }) => id));
  refuse(
    imageUses(content).filter(({ id }) => silent.has(id)),
    'Ảnh chưa có mô tả; hãy viết ảnh cho thấy gì, hoặc đánh dấu là ảnh trang trí',
  );
  return found.map((image) => toPicture(image.decorative ? { ...image, alt: '' } : image));
};

const refuse = (where: readonly ImageUse[], reason: string) => {
  if (where.length === 0) return;
  throw new PortalError('invalid_fields', 'Hãy sửa các trường nêu tên rồi gửi lại.', {
    fields: where.map(({ field, id }) => ({ field, reason: `${reason} (${id})` })),
    extra: { images: [...new Set(where.map(({ id }) => id))] },
  });
};
