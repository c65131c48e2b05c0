import { useState } from 'preact/hooks';
import type { SettingsRevision } from '../../../../shared/site/settings-revision.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { timeInWords } from '../ui/time-in-words.ts';

type Props = {
  revision: SettingsRevision | null;
  /** Saves it; resolves to why not, or to null. */
  onRestore: (revision: SettingsRevision) => Promise<string | null>;
  onClose: () => void;
};

/** Asks before earlier settings become those of the portal again. */
export const RestoreSettingsDialog = ({ revision, onRestore, onClose }: Props) => {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const restore = async () => {
    if (!revision) return;
    setBusy(true);
    setProblem(await onRestore(revision));
    setBusy(false);
  };
  return (
    <Dialog title="Khôi phục thiết lập" open={revision !== null} onClose={onClose}>
      {revision && (
        <p>
          Tên, liên hệ, ảnh đầu trang, liên kết, thông báo khẩn và chứng nhận trở lại như lần lưu{' '}
          {timeInWords(new Date(revision.at), new Date())} của {revision.by}. Chuyên mục và trang tĩnh không
          đổi. Thiết lập hiện tại vẫn còn trong lịch sử.
        </p>
      )}
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <Button kind="primary" busy={isBusy} onClick={restore}>
        Khôi phục
      </Button>
    </Dialog>
  );
};
