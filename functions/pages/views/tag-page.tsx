import type { PageContext } from '../../../shared/pages/layout.tsx';
import { CategoriesBox } from '../../../shared/pages/side-boxes.tsx';
import { DayBox } from './day-box.tsx';
import { type ListPage, listPage } from './list-page.tsx';

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
