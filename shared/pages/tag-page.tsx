import { DayBox } from './day-box.tsx';
import type { PageContext } from './layout.tsx';
import { type ListPage, listPage } from './list-page.tsx';
import { CategoriesBox } from './side-boxes.tsx';

type Props = PageContext & { name: string; page: ListPage };

/** The news that has a tag, newest first, one page of it. `name` is the tag as it was last written. */
export const tagPage = ({ name, page, ...context }: Props): string =>
  listPage({
    ...context,
    page,
    title: `Từ khóa: ${name}`,
    lede: `Tin có từ khóa “${name}”.`,
    emptyText: 'Từ khóa chưa có tin.',
    side: (
      <>
        <DayBox now={context.now} />
        <CategoriesBox categories={context.site.categories} />
      </>
    ),
  });
