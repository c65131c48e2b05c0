import { dayText } from '../../../../shared/pages/dates.ts';
import { numberText } from '../../../../shared/pages/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';

type Miss = { query: string; times: number; lastDay: string };

/** Searches that found nothing, each with a link that tries it again. */
export const MissesTable = ({ caption, misses }: { caption: string; misses: readonly Miss[] }) => (
  <DataTable
    caption={caption}
    columns={[
      {
        title: 'Từ tìm',
        isRowHeader: true,
        cell: ({ query }) => (
          <a href={`/tim-kiem?q=${encodeURIComponent(query)}`} target="_blank" rel="noopener">
            {query}
          </a>
        ),
      },
      { title: 'Số lần', cell: ({ times }) => numberText(times), isNumber: true },
      { title: 'Ngày cuối', cell: ({ lastDay }) => dayText(lastDay) },
    ]}
    rows={misses}
    keyOf={({ query }) => query}
  />
);
