import type { PersonRoyalties } from '../../../../shared/articles/royalties.ts';
import { monthWords } from '../../../../shared/pages/dates.ts';
import { DataTable } from '../ui/data-table.tsx';
import { totalsOf } from './totals.ts';

const vietnamese = new Intl.NumberFormat('vi-VN');

type Row = {
  key: string;
  name: string;
  isAccount: boolean;
  articles: number;
  words: number;
  pictures: number;
};

const rowOf = ({ name, kind, words, pictures, articles }: PersonRoyalties): Row => ({
  key: `${kind} ${name}`,
  name,
  isAccount: kind === 'account',
  articles: articles.length,
  words,
  pictures,
});

type Props = { month: string; people: readonly PersonRoyalties[] };

/** A row for each person, and their sum. */
export const SummaryTable = ({ month, people }: Props) => (
  <div class="royalties-summary">
    <DataTable
      caption={`Tổng hợp ${monthWords(month)}`}
      columns={[
        {
          title: 'Người',
          isRowHeader: true,
          cell: ({ name, isAccount }) => (
            <>
              {name}
              {isAccount && <small> (tài khoản)</small>}
            </>
          ),
        },
        { title: 'Bài', isNumber: true, cell: ({ articles }) => vietnamese.format(articles) },
        { title: 'Chữ', isNumber: true, cell: ({ words }) => vietnamese.format(words) },
        { title: 'Ảnh', isNumber: true, cell: ({ pictures }) => vietnamese.format(pictures) },
      ]}
      rows={[...people.map(rowOf), { key: 'sum', name: 'Cộng', isAccount: false, ...totalsOf(people) }]}
      keyOf={({ key }) => key}
    />
  </div>
);
