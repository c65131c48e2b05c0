import { staticPageCategory } from '../../../../shared/articles/static-page.ts';
import type { Category } from '../../../../shared/site/settings.ts';
import { Field } from '../ui/field.tsx';
import type { ArticleForm } from './article-form.ts';
import { fieldAttribute } from './place.ts';

type Props = { form: ArticleForm; categories: readonly Pick<Category, 'slug' | 'name'>[] };

/** The category of an article. One that the site no longer has is shown, so that it can be replaced. */
export const CategoryField = ({ form, categories }: Props) => {
  const category = form.fields.category.value;
  const isGone = category !== staticPageCategory && categories.every(({ slug }) => slug !== category);
  const error =
    form.errors.value.category ??
    (isGone ? 'Chuyên mục này không còn; hãy chọn chuyên mục khác.' : undefined);
  return (
    <div {...fieldAttribute('category')}>
      <Field label="Chuyên mục" error={error}>
        {(ids) => (
          <select
            {...ids}
            value={category}
            onChange={({ currentTarget }) => form.set('category', currentTarget.value)}
          >
            {isGone && <option value={category}>{category} (không còn)</option>}
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
            <option value={staticPageCategory}>Trang riêng (giới thiệu, liên hệ…)</option>
          </select>
        )}
      </Field>
    </div>
  );
};
