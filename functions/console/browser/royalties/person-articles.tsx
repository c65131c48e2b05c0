import type { PersonRoyalties } from '../../../../shared/articles/royalties.ts';
import { dateText } from '../../../../shared/pages/dates.ts';
import { useSite } from '../api/site-context.ts';
import { DataTable } from '../ui/data-table.tsx';

const vietnamese = new Intl.NumberFormat('vi-VN');

/** The articles of one person, oldest first. */
export const PersonArticles = ({ person }: { person: PersonRoyalties }) => {
  const { settings } = useSite();
  const categoryName = (category: string) =>
    settings.value?.categories.find(({ slug }) => slug === category)?.name ?? category;
  return (
    <div class="person-articles">
      <DataTable
        caption={person.kind === 'account' ? `${person.name} (tài khoản)` : person.name}
        columns={[
          { title: 'Ngày đăng', cell: ({ publishedAt }) => dateText(publishedAt) },
          {
            title: 'Tiêu đề',
            isRowHeader: true,
            cell: ({ id, title }) => <a href={`/quan-tri/bai-viet/${id}`}>{title}</a>,
          },
          { title: 'Chuyên mục', cell: ({ category }) => categoryName(category) },
          { title: 'Chữ', isNumber: true, cell: ({ words }) => vietnamese.format(words) },
          { title: 'Ảnh', isNumber: true, cell: ({ pictures }) => vietnamese.format(pictures) },
        ]}
        rows={person.articles}
        keyOf={({ id }) => id}
      />
    </div>
  );
};
