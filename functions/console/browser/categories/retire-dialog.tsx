import { useState } from 'preact/hooks';
import type { Category } from '../../../../shared/site/settings.ts';
import { useApi } from '../api/api-context.ts';
import { BatchActions } from '../api/batch-actions.tsx';
import { BatchStatus } from '../api/batch-status.tsx';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useBatches } from '../api/use-batches.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';

type Props = {
  category: Category;
  others: readonly Category[];
  /** The category that takes the articles, once a move was begun; it is in the address of the page, so that a reload finds it. */
  begunTo: string | null;
  onBegin: (to: string) => void;
  onClose: (isDone: boolean) => void;
};

/** Moves the articles of a category into another and retires it: with how many articles, with progress; can be stopped and go on. */
export const RetireDialog = ({ category, others, begunTo, onBegin, onClose }: Props) => {
  const api = useApi();
  const [chosen, setChosen] = useState(begunTo ?? '');
  const [isMissing, setMissing] = useState(false);
  const { slug, name } = category;
  const { loaded, reload } = useLoaded(
    async () => (await api.call('GET /api/admin/categories/{category}', { path: { category: slug } })).body,
    slug,
  );
  const target = others.find((other) => other.slug === chosen);
  const { progress, start, stop } = useBatches(
    async () =>
      (
        await api.call('POST /api/admin/categories/{category}/move', {
          path: { category: slug },
          body: { to: chosen },
        })
      ).body,
  );
  const isRunning = progress.kind === 'running' || progress.kind === 'stopping';
  const isDone = progress.kind === 'done';
  const hasBegun = begunTo !== null;

  const begin = () => {
    setMissing(!target);
    if (!target) return;
    onBegin(target.slug);
    start();
  };

  return (
    <Dialog open title={`Bỏ chuyên mục “${name}”`} onClose={() => onClose(isDone)}>
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loading' && <p role="status">Đang đếm bài…</p>}
      {loaded.kind === 'loaded' && !isDone && (
        <>
          <p>
            {loaded.value.articles > 0
              ? `Chuyên mục có ${loaded.value.articles} bài đang đăng hoặc hẹn giờ, nên không thể bỏ ngay: các bài ấy, cùng bản nháp nếu có, phải sang một chuyên mục khác trước.`
              : 'Chuyên mục không có bài đang đăng. Bản nháp nếu có sẽ sang chuyên mục mà bạn chọn.'}
          </p>
          <Field label="Chuyển bài sang" error={isMissing ? 'Hãy chọn chuyên mục nhận bài.' : undefined}>
            {(ids) => (
              <select
                {...ids}
                value={chosen}
                disabled={isRunning || hasBegun}
                onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              >
                <option value="">– Chọn –</option>
                {others.map((other) => (
                  <option key={other.slug} value={other.slug}>
                    {other.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <ul class="effects">
            <li>Địa chỉ cũ của bài và của chuyên mục tự chuyển đến địa chỉ mới, không liên kết nào hỏng.</li>
            <li>Ngày đăng, ngày cập nhật và trạng thái duyệt của bài giữ nguyên.</li>
            <li>Chuyển xong, “{name}” không còn trong danh mục của cổng.</li>
          </ul>
          {hasBegun && progress.kind === 'idle' && (
            <p class="notice" role="status">
              Việc chuyển đã bắt đầu và chưa xong. Bấm “Làm tiếp” để chuyển các bài còn lại.
            </p>
          )}
        </>
      )}
      <BatchStatus progress={progress} total={loaded.kind === 'loaded' ? loaded.value.articles : 0} />
      {isDone && (
        <p class="notice done" role="status">
          Đã bỏ chuyên mục “{name}”: {progress.moved} bài nay ở “{target?.name}”.
        </p>
      )}
      <BatchActions progress={progress} onStop={stop} onClose={() => onClose(isDone)}>
        {loaded.kind === 'loaded' && (
          <Button kind="danger" onClick={begin}>
            {hasBegun ? 'Làm tiếp' : 'Chuyển bài và bỏ chuyên mục'}
          </Button>
        )}
      </BatchActions>
    </Dialog>
  );
};
