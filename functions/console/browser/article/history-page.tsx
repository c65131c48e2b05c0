import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { possibleSteps } from '../../../../shared/articles/workflow.ts';
import { useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { useSession } from '../session/session-context.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { articleStateNow } from './article-state-now.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import type { RevisionHead } from './revision-head.ts';
import { RevisionRow } from './revision-row.tsx';
import { useNow } from './use-now.ts';

/** Revisions that are listed at once. */
const pageLength = 20;

/** `/quan-tri/bai-viet/{id}/lich-su`: every saved state of an article, newest first. */
export const HistoryPage = ({ params: { id = '' } }: { params: Record<string, string> }) => {
  const api = useApi();
  const { user } = useSession();
  const { route } = useLocation();
  const notices = useNotices();
  const now = useNow();
  const [older, setOlder] = useState<RevisionHead[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const [restored, setRestored] = useState<RevisionHead | null>(null);

  const loadRevisions = async (cursor?: string) => {
    const query = { limit: String(pageLength), ...(cursor && { cursor }) };
    const { body } = await api.call('GET /api/admin/articles/{id}/revisions', { path: { id }, query });
    setNext(body.next);
    return body.items;
  };
  const { loaded, reload } = useLoaded(async () => {
    setOlder([]);
    const [article, revisions] = await Promise.all([
      api.call('GET /api/admin/articles/{id}', { path: { id } }),
      loadRevisions(),
    ]);
    return { article: article.body, revisions };
  }, id);

  const loadOlder = async () => {
    if (next === null) return;
    setLoadingOlder(true);
    try {
      const items = await loadRevisions(next);
      setOlder((before) => [...before, ...items]);
    } catch (error) {
      notices.show({ kind: 'problem', text: explainFailure(error).sentence });
    } finally {
      setLoadingOlder(false);
    }
  };

  if (loaded.kind === 'failed') {
    return (
      <>
        <PageTitle title="Lịch sử" />
        <LoadingFailure failure={loaded.failure} onRetry={reload} />
      </>
    );
  }
  if (loaded.kind === 'loading') {
    return (
      <>
        <PageTitle title="Lịch sử" />
        <p role="status">Đang mở lịch sử…</p>
      </>
    );
  }
  const { article, revisions } = loaded.value;
  const { state } = articleStateNow(article.state, article, now);
  const mayRestore = possibleSteps(state, user).includes('restore');
  return (
    <div class="history-page">
      <PageTitle title={`Lịch sử: ${article.title}`} />
      <p>
        <a href={`/quan-tri/bai-viet/${id}`}>Về bài viết</a>
      </p>
      <ol class="revisions" reversed>
        {[...revisions, ...older].map((revision) => (
          <RevisionRow
            key={revision.version}
            articleId={id}
            revision={revision}
            isNewest={revision.version === article.version}
            isLive={revision.version === article.liveVersion}
            now={now}
            onRestore={
              mayRestore && revision.version !== article.version ? () => setRestored(revision) : null
            }
          />
        ))}
      </ol>
      {next !== null && (
        <Button busy={isLoadingOlder} onClick={loadOlder}>
          Xem thêm
        </Button>
      )}
      <RestoreDialog
        article={article}
        state={state}
        revision={restored}
        onClose={() => setRestored(null)}
        onRestored={() => {
          notices.show({
            kind: 'done',
            text: 'Đã khôi phục. Bản trước khi khôi phục vẫn còn trong lịch sử.',
          });
          route(`/quan-tri/bai-viet/${id}`);
        }}
        onChanged={reload}
      />
    </div>
  );
};
