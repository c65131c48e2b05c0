import * as z from 'zod/mini';
import { pageQuery } from '../http/request.ts';
import { articleId, imageId } from '../ids.ts';

/** The entries of a day, or about an article or image; of today by default. */
export const activityQuery = z
  .strictObject({
    ...pageQuery,
    day: z.optional(z.iso.date('Phải là ngày có thật, dạng 2026-11-24')),
    article: z.optional(articleId),
    image: z.optional(imageId),
  })
  .check(
    z.refine(
      ({ day, article, image }) => [day, article, image].filter((given) => given !== undefined).length <= 1,
      'Chỉ chọn một trong ba: ngày, bài viết, ảnh',
    ),
  );
