import { Button } from '../ui/button.tsx';
import { useUploads } from './images-context.tsx';
import type { Upload } from './upload.ts';

const percent = ({ sentBytes, totalBytes }: Upload) =>
  totalBytes > 0 ? Math.floor((100 * sentBytes) / totalBytes) : 0;

/** The state of an upload in words. */
const uploadInWords = (upload: Upload): string => {
  const { phase } = upload;
  switch (phase.is) {
    case 'queued':
      return 'Đang chờ đến lượt';
    case 'paused':
      return phase.for === 'session'
        ? 'Chờ đăng nhập lại; sau đó tự gửi tiếp'
        : 'Mất kết nối; sẽ tự gửi tiếp khi có mạng';
    case 'running':
      if (phase.step === 'prepare') return 'Đang thu nhỏ ảnh';
      return phase.step === 'complete' ? 'Đang xử lý ảnh' : `Đang gửi, ${percent(upload)} %`;
    case 'done':
      return 'Đã tải lên';
    case 'failed':
      return phase.sentence;
  }
};

const summary = (uploads: readonly Upload[]) => {
  const failed = uploads.filter(({ phase }) => phase.is === 'failed').length;
  const running = uploads.length - failed;
  return [running > 0 && `Còn ${running} ảnh đang tải lên.`, failed > 0 && `${failed} ảnh không tải được.`]
    .filter(Boolean)
    .join(' ');
};

/** Uploads with their progress, and what can be done about each. Without any it shows nothing. */
export const UploadList = ({ uploads }: { uploads: readonly Upload[] }) => {
  const { retry, cancel } = useUploads();
  const failed = uploads.filter(({ phase }) => phase.is === 'failed');
  if (uploads.length === 0) return null;
  return (
    <section class="uploads" aria-label="Ảnh đang tải lên">
      <div class="uploads-summary">
        <p>{summary(uploads)}</p>
        {failed.length > 1 && (
          <Button onClick={() => failed.forEach(({ id }) => void retry(id))}>Thử lại tất cả</Button>
        )}
      </div>
      <ul>
        {uploads.map((upload) => (
          <UploadRow
            key={upload.id}
            upload={upload}
            onRetry={() => retry(upload.id)}
            onCancel={() => cancel(upload.id)}
          />
        ))}
      </ul>
    </section>
  );
};

type RowProps = { upload: Upload; onRetry: () => void; onCancel: () => void };

const UploadRow = ({ upload, onRetry, onCancel }: RowProps) => {
  const isFailed = upload.phase.is === 'failed';
  return (
    <li class={isFailed ? 'upload failed' : 'upload'}>
      <p class="upload-name">{upload.fileName}</p>
      {!isFailed && (
        <progress
          aria-label={`Tải lên ${upload.fileName}`}
          value={upload.sentBytes}
          max={upload.totalBytes || 1}
        />
      )}
      <p class="upload-state">{uploadInWords(upload)}</p>
      <div class="upload-actions">
        {isFailed && (
          <Button aria-label={`Thử lại ${upload.fileName}`} onClick={onRetry}>
            Thử lại
          </Button>
        )}
        <Button aria-label={`${isFailed ? 'Bỏ' : 'Hủy tải'} ${upload.fileName}`} onClick={onCancel}>
          {isFailed ? 'Bỏ' : 'Hủy'}
        </Button>
      </div>
    </li>
  );
};
