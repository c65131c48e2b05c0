import type { BatchProgress } from './use-batches.ts';

type Props = { progress: BatchProgress; total: number };

/** How far a work in batches has come, in words and as a bar. */
export const BatchStatus = ({ progress, total }: Props) => {
  const { kind, moved } = progress;
  // Others publish meanwhile: more may be moved than were counted.
  const all = Math.max(total, moved);
  const isRunning = kind === 'running' || kind === 'stopping';
  return (
    <div class="batch-status">
      {isRunning && <progress aria-label="Tiến độ" max={Math.max(1, all)} value={moved} />}
      <p role="status">
        {isRunning && `Đã xong ${moved} trong ${all} bài.`}
        {kind === 'stopped' && `Đã dừng sau ${moved} bài. Những bài đã xong giữ nguyên như mới.`}
      </p>
      {kind === 'failed' && (
        <p class="error" role="alert">
          {progress.failure.sentence}
          {moved > 0 && ` Đã xong ${moved} bài; có thể làm tiếp.`}
        </p>
      )}
    </div>
  );
};
