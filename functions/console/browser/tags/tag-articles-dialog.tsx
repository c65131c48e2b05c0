import { useState } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { CountedTag } from './tag-list.ts';

const pageSize = 20;

/** The articles of a tag, newest first, a page at a time. */
export const TagArticlesDialog = ({ tag, onClose }: { tag: CountedTag; onClose: () => void }) => {
  const api = useApi();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const { loaded, reload } = useLoaded(
    async () =>
      (
        await api.call('GET /api/admin/tags/{tag}/articles', {
          path: { tag: tag.slug },
          query: { limit: String(pageSize), ...(cursor !== undefined && { cursor }) },
        })
      ).body,
    `${tag.slug} ${cursor ?? ''}`,
  );
  return (
    <Dialog open title={`Bài có từ khóa “${tag.name}”`} onClose={onClose}>
      {loaded.kind === 'loading' && <p role="status">Đang tải…</p>}
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loaded' && (
        <>
          {loaded.value.items.length === 0 && <p>Không còn bài nào có từ khóa này.</p>}
          <ul class="tag-articles">
            {loaded.value.items.map(({ id, title, url }) => (
              <li key={id}>
                <a href={`/quan-tri/bai-viet/${id}`}>{title}</a>{' '}
                <a href={url} target="_blank" rel="noopener" aria-label={`Xem trên cổng: ${title}`}>
                  Xem trên cổng
                </a>
              </li>
            ))}
          </ul>
          <div class="dialog-actions">
            {cursors.length > 0 && <Button onClick={() => setCursors(cursors.slice(0, -1))}>Mới hơn</Button>}
            {loaded.value.next !== null && (
              <Button onClick={() => setCursors([...cursors, String(loaded.value.next)])}>Cũ hơn</Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
};
