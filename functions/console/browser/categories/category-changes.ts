import { slugOf } from '../../../../shared/articles/slug.ts';
import { reservedSlugs } from '../../../../shared/site/reserved-slugs.ts';
import type { Category, SiteSettings } from '../../../../shared/site/settings.ts';

export const categoryLimits = { count: 20, name: 60, slug: 60, description: 300 } as const;

type Settings = Pick<SiteSettings, 'categories' | 'formerCategories'>;
export type CategoryProblems = Partial<Record<keyof Category, string>>;

/** What is wrong with a category before it is sent; `edited` is the slug of one that exists. Names that differ by accents or case are the same. */
export const categoryProblems = (
  { name, slug, description }: Category,
  { categories }: Settings,
  edited: string | null,
): CategoryProblems => {
  const others = categories.filter((category) => category.slug !== edited);
  const twin = others.find((category) => slugOf(category.name) === slugOf(name));
  const problems: CategoryProblems = {};
  if (name.trim() === '') problems.name = 'Hãy viết tên chuyên mục.';
  else if (twin)
    problems.name = `Đã có chuyên mục “${twin.name}”. Hãy chọn tên khác hẳn để người đọc không nhầm.`;
  if ([...description].length > categoryLimits.description)
    problems.description = `Mô tả dài quá ${categoryLimits.description} ký tự.`;
  if (edited !== null) return problems;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    problems.slug = 'Đường dẫn chỉ gồm chữ thường không dấu và số, nối bằng dấu gạch ngang: tin-tuc.';
  else if (reservedSlugs.includes(slug))
    problems.slug = 'Cổng dùng đường dẫn này cho việc khác. Hãy chọn đường dẫn khác.';
  else if (others.some((category) => category.slug === slug))
    problems.slug = 'Đã có chuyên mục với đường dẫn này.';
  return problems;
};

/** Adds a category at the end. Its address no longer redirects, if that of a former category did. */
export const withNewCategory = <Of extends Settings>(settings: Of, category: Category): Of => ({
  ...settings,
  categories: [...settings.categories, category],
  formerCategories: settings.formerCategories.filter(({ slug }) => slug !== category.slug),
});

/** Renames and describes a category. Its address stays. */
export const withEditedCategory = <Of extends Settings>(settings: Of, edited: Category): Of => ({
  ...settings,
  categories: settings.categories.map((category) => (category.slug === edited.slug ? edited : category)),
});

/** The categories in an order; those that it does not name stay behind the others. */
export const inOrder = (categories: readonly Category[], order: readonly string[]): Category[] => {
  const place = ({ slug }: Category) => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return categories.toSorted((a, b) => place(a) - place(b));
};
