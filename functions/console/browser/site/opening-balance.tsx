import { useState } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useNotices } from '../ui/notices.tsx';

/** The visits that an older counter had, as a form of its own: it is saved apart from the settings. */
export const OpeningBalance = () => {
  const api = useApi();
  const { loaded, reload } = useLoaded(() => api.call('GET /api/admin/visits/opening-balance'), 'balance');
  if (loaded.kind === 'failed') return <LoadingFailure failure={loaded.failure} onRetry={reload} />;
  if (loaded.kind === 'loading') return null;
  const { body, version } = loaded.value;
  return <BalanceForm key={version} balance={body} version={version ?? 0} onSaved={reload} />;
};

type Balance = { visits: number; since: string | null };
type Props = { balance: Balance; version: number; onSaved: () => void };

const BalanceForm = ({ balance, version, onSaved }: Props) => {
  const api = useApi();
  const { show } = useNotices();
  const [visits, setVisits] = useState(String(balance.visits));
  const [since, setSince] = useState(balance.since ?? '');
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const save = async () => {
    setBusy(true);
    try {
      const body = { visits: Number(visits || 'NaN'), since: since || null };
      await api.call('PUT /api/admin/visits/opening-balance', { ifMatch: version, body });
      show({ kind: 'done', text: 'Đã lưu số lượt truy cập của bộ đếm cũ.' });
      onSaved();
    } catch (error) {
      const { sentence, fields = [] } = explainFailure(error);
      setErrors(Object.fromEntries(fields.map(({ field, reason }) => [field, reason])));
      show({ kind: 'problem', text: sentence });
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset class="site-group">
      <legend>Lượt truy cập của bộ đếm cũ</legend>
      <p class="hint">Cộng vào tổng lượt truy cập ở chân trang. Mỗi lần sửa đều được ghi vào nhật ký.</p>
      <div class="site-pair">
        <Field label="Số lượt" error={errors.visits}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              value={visits}
              onInput={({ currentTarget }) => setVisits(currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Đếm từ ngày" error={errors.since}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={since}
              onInput={({ currentTarget }) => setSince(currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Button busy={isBusy} onClick={save}>
        Lưu số lượt
      </Button>
    </fieldset>
  );
};
