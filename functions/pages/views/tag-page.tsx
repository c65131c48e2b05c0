import type { PageContext } from '../../../shared/pages/layout.tsx';
import { CategoriesBox } from '../../../shared/pages/side-boxes.tsx';
import { DayBox } from './day-box.tsx';
import { type ListPage, listPage } from './list-page.tsx';

type Props = PageContext & { name: string; page: ListPage };

/** One page of the news with a tag, newest first. `name` is the tag as it was last written. */
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
