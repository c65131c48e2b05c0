import type { PersonRoyalties } from '../../../../shared/articles/royalties.ts';
import { dateText } from '../../../../shared/pages/dates.ts';
import { useCategoryName } from '../api/use-category-name.ts';
import { DataTable } from '../ui/data-table.tsx';

const vietnamese = new Intl.NumberFormat('vi-VN');

/** The articles of one person, oldest first. Date and category stand under the title, so that the numbers fit a phone. */
export const PersonArticles = ({ person }: { person: PersonRoyalties }) => {
  const categoryName = useCategoryName();
  return (
    <div class="person-articles">
      <DataTable
        caption={person.kind === 'account' ? `${person.name} (tài khoản)` : person.name}
        columns={[
          {
            title: 'Bài',
            isRowHeader: true,
            cell: ({ id, title, publishedAt, category }) => (
              <>
                <a href={`/quan-tri/bai-viet/${id}`}>{title}</a>
                <p>
                  {dateText(publishedAt)} · {categoryName(category)}
                </p>
              </>
            ),
          },
          { title: 'Chữ', isNumber: true, cell: ({ words }) => vietnamese.format(words) },
          { title: 'Ảnh', isNumber: true, cell: ({ pictures }) => vietnamese.format(pictures) },
        ]}
        rows={person.articles}
        keyOf={({ id }) => id}
      />
    </div>
  );
};
