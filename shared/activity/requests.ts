import * as z from 'zod/mini';
import { pageQuery } from '../http/request.ts';
import { articleId, imageId } from '../ids.ts';
import { subjectKind } from './activity.ts';

const day = z.iso.date('Phải là ngày có thật, dạng 2026-11-24');
/** Longer than any user name: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html */
const userNameLength = 128;

/**
 * The entries of some days (of today by default), about an article or image, by a person, or about one kind of thing; all that is given
 * holds. CSV has all of them, JSON a page.
 */
export const activityQuery = z
  .strictObject({
    ...pageQuery,
    from: z.optional(day),
    to: z.optional(day),
    article: z.optional(articleId),
    image: z.optional(imageId),
    by: z.optional(z.string().check(z.minLength(1), z.maxLength(userNameLength))),
    kind: z.optional(subjectKind),
    format: z._default(z.enum(['json', 'csv']), 'json'),
  })
  .check(
    z.refine(
      ({ article, image }) => article === undefined || image === undefined,
      'Chỉ chọn một trong hai: bài viết, ảnh',
    ),
    z.refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ['from'],
      error: 'Ngày đầu phải trước hoặc trùng ngày cuối',
    }),
  );
