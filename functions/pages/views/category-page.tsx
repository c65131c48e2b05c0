import { categoryPath } from '../../../shared/articles/article-path.ts';
import type { PageContext } from '../../../shared/pages/layout.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import type { Category } from '../../../shared/site/settings.ts';
import { DayBox } from './day-box.tsx';
import { feedOf } from './feed-link.ts';
import { type ListPage, listPage } from './list-page.tsx';

type Props = PageContext & { category: Category; page: ListPage };

/** One page of a category's news, newest first. */
export const categoryPage = ({ category, page, ...context }: Props): string =>
  listPage({
    ...context,
    page,
    title: category.name,
    lede: category.description,
    emptyText: 'Chuyên mục chưa có tin.',
    head: { alternates: [feedOf(category.name, context.origin + categoryPath(category.slug))] },
    side: (
      <>
        <DayBox now={context.now} />
        <CategoriesBox categories={context.site.categories.filter(({ slug }) => slug !== category.slug)} />
        <ContactBox site={context.site} />
      </>
    ),
  });
