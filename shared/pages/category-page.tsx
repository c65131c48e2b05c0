import { categoryPath } from '../articles/article-path.ts';
import type { Category } from '../site/settings.ts';
import { DayBox } from './day-box.tsx';
import { feedOf } from './feed-link.ts';
import type { PageContext } from './layout.tsx';
import { type ListPage, listPage } from './list-page.tsx';
import { CategoriesBox, ContactBox } from './side-boxes.tsx';

type Props = PageContext & { category: Category; page: ListPage };

/** A category's news, newest first, one page of it. */
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
