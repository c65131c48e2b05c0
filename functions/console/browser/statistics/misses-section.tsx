import { useState } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';
import { CsvButton } from '../api/csv-button.tsx';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { Field } from '../ui/field.tsx';
import { MissesTable } from './misses-table.tsx';
import { lastDays } from './periods.ts';

/** Days that can be looked back; queries are kept 90 days. */
const dayChoices = [7, 30, 90];
/** Rows of the table; the CSV has them all. */
const shownRows = 100;

/** What citizens searched for and did not find. */
export const MissesSection = ({ today }: { today: string }) => {
  const api = useApi();
  const [days, setDays] = useState(30);
  const query = lastDays(days, today);
  const { loaded, reload } = useLoaded(
    () => api.call('GET /api/admin/search-misses', { query }),
    String(days),
  );
  const items = loaded.kind === 'loaded' ? loaded.value.body.items : [];
  return (
    <section aria-labelledby="tim-khong-thay">
      <h2 id="tim-khong-thay">Tìm không thấy</h2>
      <p>
        Những gì người dân tìm mà cổng chưa có bài. Chỉ ghi từ tìm không dấu và số lần, không ghi ai đã tìm;
        không ghi từ tìm có số điện thoại, số giấy tờ hay thư điện tử. Mỗi ngày được giữ 90 ngày.
      </p>
      <div class="filters">
        <Field label="Trong">
          {(ids) => (
            <select
              {...ids}
              value={String(days)}
              onChange={({ currentTarget: { value } }) => setDays(Number(value))}
            >
              {dayChoices.map((count) => (
                <option key={count} value={String(count)}>
                  {count} ngày qua
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {loaded.kind === 'loading' && <p role="status">Đang đọc danh sách…</p>}
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loaded' && items.length === 0 && (
        <p>Trong {days} ngày qua, lần tìm nào cũng có kết quả.</p>
      )}
      {items.length > 0 && (
        <>
          <MissesTable
            caption={`Từ tìm không có kết quả, ${days} ngày qua`}
            misses={items.slice(0, shownRows)}
          />
          {items.length > shownRows && (
            <p class="hint">
              Bảng có {shownRows} từ được tìm nhiều nhất; tệp CSV có đủ {items.length} từ.
            </p>
          )}
          <CsvButton
            fileName={`tim-khong-thay-${query.from}-${query.to}`}
            load={() => api.call('GET /api/admin/search-misses', { query: { ...query, format: 'csv' } })}
          />
        </>
      )}
    </section>
  );
};
