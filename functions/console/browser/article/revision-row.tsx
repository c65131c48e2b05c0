import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { comparisonReply } from '../../../../shared/articles/replies.ts';
import { roleNames } from '../../../../shared/people/role-names.ts';
import { useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { Button } from '../ui/button.tsx';
import { timeInWords } from '../ui/time-in-words.ts';
import { Changes } from './changes.tsx';
import { changesInWords, statusInWords, stepInWords } from './history-words.ts';
import type { RevisionHead } from './revision-head.ts';

type Props = {
  articleId: string;
  revision: RevisionHead;
  isNewest: boolean;
  /** Whether it is what readers see, or will see. */
  isLive: boolean;
  now: Date;
  /** Null where it cannot be restored. */
  onRestore: (() => void) | null;
};
type Comparison = z.infer<typeof comparisonReply>;

/** One saved state: who, in which role, when, what was done and said; what it changed, once that is asked for. */
export const RevisionRow = ({ articleId, revision, isNewest, isLive, now, onRestore }: Props) => {
  const { version, at, by, role, action, note, title, status } = revision;
  const api = useApi();
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [failure, setFailure] = useState('');

  const load = async () => {
    setFailure('');
    try {
      const route = 'GET /api/admin/articles/{id}/revisions/{version}/comparison';
      setComparison((await api.call(route, { path: { id: articleId, version } })).body);
    } catch (error) {
      setFailure(explainFailure(error).sentence);
    }
  };

  return (
    <li class="revision" value={version}>
      <p class="revision-head">
        <time dateTime={at}>{timeInWords(new Date(at), now)}</time>
        <span>
          <strong>{by}</strong>
          {role && <span class="faint"> ({roleNames[role]})</span>} {stepInWords(action)}
        </span>
        {isNewest && <span class="state">Bản hiện nay</span>}
        {isLive && <span class="state live">Bản đăng</span>}
      </p>
      <p>
        {title} <span class="faint">({statusInWords(status)})</span>
      </p>
      {note && <p class="step-note-text">“{note}”</p>}
      {version > 1 && (
        <details
          onToggle={({ currentTarget }) => {
            if (currentTarget.open && !comparison) load();
          }}
        >
          <summary>{comparison ? `Đã ${changesInWords(comparison)}` : 'Xem đã đổi gì'}</summary>
          {failure && (
            <p class="error" role="alert">
              {failure} <Button onClick={load}>Thử lại</Button>
            </p>
          )}
          {comparison ? <Changes comparison={comparison} /> : !failure && <p role="status">Đang so sánh…</p>}
        </details>
      )}
      {onRestore && <Button onClick={onRestore}>Khôi phục bản này</Button>}
    </li>
  );
};
