import * as z from 'zod/mini';
import { categorySlug, imageId } from '../ids.ts';
import { html, line, lines } from '../text/text-schemas.ts';
import { contentLimits } from './content-limits.ts';
import { oldUrl, oldUrlLimit } from './old-url.ts';
import { isTag } from './tags.ts';

export const tagName = line(contentLimits.tagLength).check(z.refine(isTag, 'Từ khóa phải có chữ hoặc số'));

/** The content of an article, as an editor sends it. Missing optional fields are empty. */
export const articleContent = z.strictObject({
  title: line(contentLimits.titleLength),
  body: html(contentLimits.bodyBytes),
  category: categorySlug,
  summary: z._default(lines(contentLimits.summaryLength), ''),
  tags: z._default(z.array(tagName).check(z.maxLength(contentLimits.tags)), []),
  author: z._default(line(contentLimits.authorLength, 0), ''),
  source: z._default(line(contentLimits.sourceLength, 0), ''),
  cover: z._default(z.nullable(imageId), null),
  gallery: z._default(
    z
      .array(z.strictObject({ image: imageId, caption: z._default(lines(contentLimits.captionLength), '') }))
      .check(z.maxLength(contentLimits.galleryPictures, `Tối đa ${contentLimits.galleryPictures} ảnh`)),
    [],
  ),
  /** The addresses of the article on an older site, which redirect to it. */
  oldUrls: z._default(
    z.array(oldUrl).check(z.maxLength(oldUrlLimit, `Tối đa ${oldUrlLimit} địa chỉ cũ`)),
    [],
  ),
});
export type ArticleContent = z.infer<typeof articleContent>;
