import * as z from 'zod/mini';
import { categorySlug } from '../articles/article.ts';
import { line, lines } from '../text.ts';

/** First path segments that are or will be something else, so no category may take them. */
const reservedSlugs = [
  'admin',
  'api',
  'images',
  'luot-truy-cap',
  'ngay',
  'thang',
  'the',
  'tim-kiem',
  'trang',
  'xem-truoc',
];

const category = z.strictObject({
  slug: categorySlug.check(
    z.refine((slug) => !reservedSlugs.includes(slug), 'Đường dẫn này dành cho việc khác'),
  ),
  name: line(60),
  description: z._default(lines(300), ''),
});
export type Category = z.infer<typeof category>;

/** What a category was called in addresses before, and what it is called now. */
const formerCategory = z.strictObject({ slug: categorySlug, now: categorySlug });

/** What is particular to one site: its name, its agency, its categories in the order of the navigation. */
export const siteSettings = z.strictObject({
  /** "Cổng thông tin điện tử phường Hải Vân Sơn" */
  name: line(120),
  /** The agency that answers for the site: "Ủy ban nhân dân phường …". */
  agency: line(120),
  /** The agency above it, shown over the name: "Tỉnh …"; may be empty. */
  superior: z._default(line(120, 0), ''),
  /** The person who answers for the content, with office: "Ông …, Chủ tịch …"; may be empty. */
  responsible: z._default(line(160, 0), ''),
  address: z._default(line(200, 0), ''),
  telephone: z._default(line(60, 0), ''),
  email: z._default(z.union([z.literal(''), z.email('Địa chỉ thư điện tử không hợp lệ')]), ''),
  categories: z.array(category).check(
    z.minLength(1),
    z.maxLength(20),
    z.refine(
      (list) => new Set(list.map(({ slug }) => slug)).size === list.length,
      'Hai chuyên mục trùng đường dẫn',
    ),
  ),
  /** What categories were called in addresses before, here or on an older site: readers are led on. */
  formerCategories: z._default(
    z.array(formerCategory).check(
      z.maxLength(100),
      z.refine(
        (list) => list.every(({ now }) => !list.some(({ slug }) => slug === now)),
        'Chuyên mục cũ không thể dẫn đến một chuyên mục cũ khác',
      ),
    ),
    [],
  ),
});
export type SiteSettings = z.infer<typeof siteSettings>;
