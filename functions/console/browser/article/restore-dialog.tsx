import { useState } from 'preact/hooks';
import type { ArticleState } from '../../../../shared/articles/state.ts';
import { useApi } from '../api/api-context.ts';
import { explainFailure, type Failure } from '../api/failure.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { momentInWords } from './publication-words.ts';
import type { RevisionHead } from './revision-head.ts';

type Props = {
  article: { id: string; version: number };
  state: ArticleState;
  /** The revision that is asked about; null while the dialog is closed. */
  revision: RevisionHead | null;
  onClose: () => void;
  onRestored: () => void;
  /** The article is not what this page shows any more. */
  onChanged: () => void;
};

/** What a restored text means for readers. */
const consequences: Partial<Record<ArticleState, string>> = {
  approved: 'Bài đã duyệt sẽ trở lại chờ duyệt.',
  scheduled: 'Bản đã hẹn giờ không đổi cho đến khi bạn hẹn lại.',
  live: 'Bản người đọc đang thấy không đổi cho đến khi bạn đăng bản sửa.',
};

/** Asks before an earlier revision becomes the text of the article again. */
export const RestoreDialog = ({ article, state, revision, onClose, onRestored, onChanged }: Props) => {
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const close = () => {
    setFailure(null);
    onClose();
  };

  const restore = async ({ version }: RevisionHead) => {
    setBusy(true);
    setFailure(null);
    try {
      await api.call('POST /api/admin/articles/{id}/revisions/{version}/restore', {
        path: { id: article.id, version },
        ifMatch: article.version,
        body: {},
      });
      close();
      onRestored();
    } catch (error) {
      setFailure(explainFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title="Khôi phục phiên bản cũ" open={revision !== null} onClose={close}>
      {revision && (
        <>
          <p>
            Bài trở về như {revision.by} đã để lúc {momentInWords(new Date(revision.at))}: “{revision.title}”.
            Bản hiện nay vẫn còn trong lịch sử. {consequences[state]}
          </p>
          {failure && (
            <p class="error" role="alert">
              {failure.kind === 'conflict'
                ? 'Bài vừa được sửa ở nơi khác; hãy xem lịch sử mới rồi khôi phục.'
                : failure.sentence}
            </p>
          )}
          <p class="dialog-buttons">
            {failure?.kind === 'conflict' || failure?.kind === 'state' ? (
              <Button
                kind="primary"
                onClick={() => {
                  close();
                  onChanged();
                }}
              >
                Xem lịch sử mới
              </Button>
            ) : (
              <Button kind="primary" busy={isBusy} onClick={() => restore(revision)}>
                Khôi phục
              </Button>
            )}
            <Button onClick={close}>Thôi</Button>
          </p>
        </>
      )}
    </Dialog>
  );
};
