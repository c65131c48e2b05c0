import type { ComponentChildren } from 'preact';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import type { ArticleForm } from './article-form.ts';
import { CategoryField } from './category-field.tsx';
import { fieldAttribute } from './place.ts';
import { TagsField } from './tags-field.tsx';
import { LineField, SummaryField, TitleField } from './text-fields.tsx';

type Props = {
  form: ArticleForm;
  categories: SiteSettings['categories'];
  knownTags: readonly string[];
  /** The editor of the body. */
  body: ComponentChildren;
  /** Cover and gallery. */
  pictures: ComponentChildren;
};

/** The fields of an article, in the order in which its readers meet them. */
export const ArticleFields = ({ form, categories, knownTags, body, pictures }: Props) => (
  <>
    <TitleField form={form} />
    <CategoryField form={form} categories={categories} />
    <SummaryField form={form} />
    {body}
    {pictures}
    <TagsField form={form} known={knownTags} />
    <div class="line-fields">
      <LineField form={form} field="author" />
      <LineField form={form} field="source" />
    </div>
    <OldAddresses form={form} />
  </>
);

/** The addresses of an imported article on an older site. An import writes them. */
const OldAddresses = ({ form }: { form: ArticleForm }) => {
  const addresses = form.fields.oldUrls.value;
  const error = form.errors.value.oldUrls;
  if (addresses.length === 0) return null;
  return (
    <details class="old-addresses" open={error !== undefined} {...fieldAttribute('oldUrls')}>
      <summary>Địa chỉ cũ dẫn về bài này ({addresses.length})</summary>
      <ul>
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
      {error && <p class="error">{error}</p>}
    </details>
  );
};
