import { numberText } from '../../../../shared/pages/numbers.ts';
import { useCategoryName } from '../api/use-category-name.ts';
import { DataTable } from '../ui/data-table.tsx';

type Article = { article: string; title: string; url: string; category: string; readers: number };

/** The most read articles, each with a link to itself in the console and on the site. */
export const MostReadTable = ({ caption, articles }: { caption: string; articles: readonly Article[] }) => {
  const nameOf = useCategoryName();
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          title: 'Bài viết',
          isRowHeader: true,
          cell: ({ article, title, url }) => (
            <>
              <a href={`/quan-tri/bai-viet/${article}`}>{title}</a>
              <a class="public-link" href={url} target="_blank" rel="noopener">
                Xem trên cổng<span class="visually-hidden">: {title}</span>
              </a>
            </>
          ),
        },
        { title: 'Chuyên mục', cell: ({ category }) => nameOf(category) },
        { title: 'Lượt đọc', cell: ({ readers }) => numberText(readers), isNumber: true },
      ]}
      rows={articles}
      keyOf={({ article }) => article}
    />
  );
};
