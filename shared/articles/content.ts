import * as z from 'zod/mini';
import { categorySlug, imageId } from '../ids.ts';
import { html, line, lines } from '../text/text-schemas.ts';
import { oldUrl, oldUrlLimit } from './old-url.ts';
import { isTag } from './tags.ts';

/** UTF-8 bytes of a body, before and after it is sanitized. Three copies (draft, revision, live) fit one 4 MB transaction, each one 400 KB item. */
export const bodyLimitBytes = 300_000;

/** Pictures of one gallery. */
const galleryLimit = 60;

/** Tags of one article. */
const tagLimit = 10;

/** The content of an article, as an editor sends it. Missing optional fields are empty. */
export const articleContent = z.strictObject({
  title: line(300),
  body: html(bodyLimitBytes),
  category: categorySlug,
  summary: z._default(lines(1000), ''),
  tags: z._default(
    z.array(line(50).check(z.refine(isTag, 'Từ khóa phải có chữ hoặc số'))).check(z.maxLength(tagLimit)),
    [],
  ),
  author: z._default(line(100, 0), ''),
  source: z._default(line(200, 0), ''),
  cover: z._default(z.nullable(imageId), null),
  gallery: z._default(
    z
      .array(z.strictObject({ image: imageId, caption: z._default(lines(500), '') }))
      .check(z.maxLength(galleryLimit, `Tối đa ${galleryLimit} ảnh`)),
    [],
  ),
  /** The addresses of the article on an older site, which redirect to it. */
  oldUrls: z._default(
    z.array(oldUrl).check(z.maxLength(oldUrlLimit, `Tối đa ${oldUrlLimit} địa chỉ cũ`)),
    [],
  ),
});
export type ArticleContent = z.infer<typeof articleContent>;
