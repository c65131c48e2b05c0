import * as z from 'zod/mini';
import { isSiteLink } from '../http/site-path.ts';
import { articleId, categorySlug, imageId } from '../ids.ts';
import { controlCharacter } from '../text/characters.ts';
import { line, lines } from '../text/text-schemas.ts';
import { reservedSlugs } from './reserved-slugs.ts';

/** The slug of the site map, which is rendered from the settings. */
export const siteMapSlug = 'so-do-trang';

const category = z.strictObject({
  slug: categorySlug.check(
    z.refine((slug) => !reservedSlugs.includes(slug), 'Đường dẫn này dành cho việc khác'),
  ),
  name: line(60),
  description: z._default(lines(300), ''),
});
export type Category = z.infer<typeof category>;

const urlLimit = 500;
const refusedUrl = 'Phải là địa chỉ đầy đủ, bắt đầu bằng https://';
const url = z.url({ protocol: /^https?$/, error: refusedUrl }).check(
  z.maxLength(urlLimit),
  // Browsers drop or rewrite these: what the admin read would not be where the link leads.
  z.refine((text) => /^https?:\/\/[^\s\\]+$/i.test(text) && !controlCharacter.test(text), refusedUrl),
);
const siteLink = z
  .string()
  .check(z.maxLength(urlLimit), z.refine(isSiteLink, 'Phải là đường dẫn trên cổng, bắt đầu bằng một dấu /'));

/** A link to another agency. */
const link = z.strictObject({ name: line(100), url });

/** A static page: an article of the category `trang`, with an address and a name of its own. */
const page = z.strictObject({
  slug: categorySlug.check(z.refine((slug) => slug !== siteMapSlug, 'Đường dẫn này dành cho sơ đồ trang')),
  name: line(60),
  article: articleId,
  language: z._default(z.enum(['vi', 'en']), 'vi'),
  /** The slug of the page in the other language. */
  translationOf: z._default(z.union([z.literal(''), categorySlug]), ''),
});
export type SitePage = z.infer<typeof page>;

/** A warning on every page between two moments. */
const alert = z
  .strictObject({
    text: line(300),
    /** Further information: a path of this site, or an address. */
    url: z._default(z.union([z.literal(''), siteLink, url]), ''),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
  })
  .check(
    z.refine(({ from, to }) => new Date(from) < new Date(to), {
      path: ['to'],
      error: 'Phải sau thời điểm bắt đầu',
    }),
  );

const unique = (values: readonly string[]) => new Set(values).size === values.length;
export const formerCategoryLimit = 100;
/** A former slug of a category, and the current one. */
const formerCategory = z.strictObject({ slug: categorySlug, now: categorySlug });

/** The settings of one site: its name, its agency, its categories in the order of the navigation. */
export const siteSettings = z.strictObject({
  /** "Cổng thông tin điện tử phường Hải Vân Sơn" */
  name: line(120),
  /** The agency that is responsible for the site: "Ủy ban nhân dân phường …". */
  agency: line(120),
  /** The superior agency, shown above the name: "Tỉnh …"; may be empty. */
  superior: z._default(line(120, 0), ''),
  /** The person who is responsible for the content, with title: "Ông …, Chủ tịch …"; may be empty. */
  responsible: z._default(line(160, 0), ''),
  address: z._default(line(200, 0), ''),
  telephone: z._default(line(60, 0), ''),
  email: z._default(z.union([z.literal(''), z.email('Địa chỉ thư điện tử không hợp lệ')]), ''),
  categories: z.array(category).check(
    z.minLength(1),
    z.maxLength(20),
    z.refine((list) => unique(list.map(({ slug }) => slug)), 'Hai chuyên mục trùng đường dẫn'),
  ),
  /** The id of the picture behind the site's name. */
  banner: z._default(z.nullable(imageId), null),
  links: z._default(z.array(link).check(z.maxLength(30)), []),
  pages: z._default(
    z.array(page).check(
      z.maxLength(20),
      z.refine((list) => unique(list.map(({ slug }) => slug)), 'Hai trang trùng đường dẫn'),
      z.refine((list) => unique(list.map(({ article }) => article)), 'Hai trang trùng bài viết'),
      z.refine(
        (list) =>
          list.every(
            ({ slug, translationOf }) =>
              !translationOf ||
              (translationOf !== slug && list.some((other) => other.slug === translationOf)),
          ),
        'Bản dịch của một trang không có',
      ),
    ),
    [],
  ),
  /** Former slugs of categories, here or on an older site, which redirect. */
  formerCategories: z._default(
    z.array(formerCategory).check(
      z.maxLength(formerCategoryLimit),
      z.refine(
        (list) => list.every(({ now }) => !list.some(({ slug }) => slug === now)),
        'Chuyên mục cũ không thể dẫn đến một chuyên mục cũ khác',
      ),
    ),
    [],
  ),
  alert: z._default(z.nullable(alert), null),
  /** The certificate of https://tinnhiemmang.vn: its domain and its page. */
  trustBadge: z._default(
    z.nullable(
      z.strictObject({
        domain: z
          .string()
          .check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Phải là tên miền'), z.maxLength(200)),
        page: z.string().check(z.regex(/^[a-z0-9-]+$/), z.maxLength(200)),
      }),
    ),
    null,
  ),
  /** The number that the ministry's EMC gives a site; empty while it is not measured. */
  emcSiteId: z._default(z.string().check(z.regex(/^\d{0,10}$/, 'Chỉ gồm chữ số')), ''),
});
export type SiteSettings = z.infer<typeof siteSettings>;
