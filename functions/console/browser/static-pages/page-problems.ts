import { categorySlug } from '../../../../shared/ids.ts';
import { type SitePage, siteMapSlug } from '../../../../shared/site/settings.ts';

/** Characters of a name in the footer. */
export const pageNameLength = 60;
/** Links to static pages in the footer. */
export const pageLimit = 20;

/** What is wrong with a page among the others, by field; a field without an entry is right. */
export const pageProblems = (
  page: SitePage,
  others: readonly SitePage[],
): Partial<Record<'name' | 'slug', string>> => {
  const name = nameProblem(page.name);
  const slug = slugProblem(page.slug, others);
  return { ...(name && { name }), ...(slug && { slug }) };
};

const nameProblem = (name: string) => {
  if (name.trim() === '') return 'Hãy đặt tên cho trang.';
  return [...name].length > pageNameLength ? `Tên dài quá ${pageNameLength} chữ.` : undefined;
};

const slugProblem = (slug: string, others: readonly SitePage[]) => {
  if (!categorySlug.safeParse(slug).success) {
    return 'Đường dẫn chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ gioi-thieu.';
  }
  if (slug === siteMapSlug) return 'Đường dẫn này dành cho sơ đồ trang; hãy chọn đường dẫn khác.';
  return others.some((other) => other.slug === slug) ? 'Một trang khác đã dùng đường dẫn này.' : undefined;
};
