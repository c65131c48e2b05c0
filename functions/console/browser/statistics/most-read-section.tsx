import { useState } from 'preact/hooks';
import { monthWords } from '../../../../shared/pages/dates.ts';
import { addDays, monthOf, monthsUntil } from '../../../../shared/time/local-day.ts';
import { useApi } from '../api/api-context.ts';
import { CsvButton } from '../api/csv-button.tsx';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useSite } from '../api/site-context.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Field } from '../ui/field.tsx';
import { MostReadTable } from './most-read-table.tsx';
import { type DayRange, daysOfMonth, lastDays } from './periods.ts';

/** Months whose lists are offered: the rankings of days are kept somewhat longer than a year. */
const monthCount = 12;

type Choice = { label: string; range: DayRange };

/** What the list can cover: some days, or one of the last months. */
const choicesOn = (today: string): Choice[] => [
  { label: '7 ngày qua', range: lastDays(7, today) },
  { label: '30 ngày qua', range: lastDays(30, today) },
  { label: 'Hôm nay', range: lastDays(1, today) },
  { label: 'Hôm qua', range: lastDays(1, addDays(today, -1)) },
  ...monthsUntil(monthOf(today), monthCount)
    .toReversed()
    .map((month) => ({ label: monthWords(month, 'Tháng'), range: daysOfMonth(month) })),
];

/** The most read articles of some days or a month, of all categories or one. */
export const MostReadSection = ({ today }: { today: string }) => {
  const api = useApi();
  const { settings } = useSite();
  const choices = choicesOn(today);
  const [index, setIndex] = useState(0);
  const [category, setCategory] = useState('');
  const { label, range } = choices[index] ?? { label: '', range: lastDays(7, today) };
  const query = { ...range, ...(category && { category }) };
  const { loaded, reload } = useLoaded(
    () => api.call('GET /api/admin/most-read', { query }),
    JSON.stringify(query),
  );
  const items = loaded.kind === 'loaded' ? loaded.value.body.items : [];
  return (
    <section aria-labelledby="doc-nhieu">
      <h2 id="doc-nhieu">Đọc nhiều</h2>
      <div class="filters">
        <Field label="Khoảng thời gian">
          {(ids) => (
            <select
              {...ids}
              value={String(index)}
              onChange={({ currentTarget: { value } }) => setIndex(Number(value))}
            >
              {choices.map((choice, position) => (
                <option key={choice.label} value={String(position)}>
                  {choice.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Chuyên mục">
          {(ids) => (
            <select {...ids} value={category} onChange={({ currentTarget: { value } }) => setCategory(value)}>
              <option value="">Mọi chuyên mục</option>
              {settings.value?.categories.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {loaded.kind === 'loading' && <p role="status">Đang đọc danh sách…</p>}
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loaded' && items.length === 0 && (
        <p>Chưa có lượt đọc nào được ghi nhận trong thời gian này.</p>
      )}
      {items.length > 0 && (
        <>
          <MostReadTable caption={`Bài đọc nhiều: ${label}`} articles={items} />
          <CsvButton
            fileName={`doc-nhieu-${range.from}-${range.to}`}
            load={() => api.call('GET /api/admin/most-read', { query: { ...query, format: 'csv' } })}
          />
        </>
      )}
    </section>
  );
};
