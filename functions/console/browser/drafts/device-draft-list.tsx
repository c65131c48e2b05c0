import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { timeInWords } from '../ui/time-in-words.ts';
import type { DraftRecord, FoundDraft } from './device-drafts.ts';
import { useDrafts } from './drafts-context.ts';
import { listDeviceDrafts } from './found-drafts.ts';
import { FoundText } from './found-text.tsx';
import { readableText } from './readable-text.ts';

/** The drafts that are on this device alone and open in no tab; nothing when there are none. */
export const DeviceDraftList = () => {
  const drafts = useDrafts();
  const notices = useNotices();
  const [found, setFound] = useState<readonly FoundDraft[]>([]);
  const look = async () => setFound(await listDeviceDrafts(drafts));
  useEffect(() => {
    look();
  }, [drafts]);

  const keepAgain = async ({ draftId, ...record }: DraftRecord & { draftId: string }) => {
    await drafts.device.keep(draftId, record);
    await look();
  };
  const discard = async (draft: FoundDraft) => {
    await drafts.device.remove(draft.draftId);
    await look();
    const undo = draft.isReadable && { action: { label: 'Hoàn tác', run: () => keepAgain(draft) } };
    notices.show({ kind: 'done', text: 'Đã bỏ bản nháp trên máy này.', ...undo });
  };

  if (found.length === 0) return null;
  return (
    <section class="device-drafts" aria-labelledby="device-drafts-title">
      <h2 id="device-drafts-title">Bản nháp trên máy này, chưa lưu lên máy chủ</h2>
      <ul>
        {found.map((draft) => (
          <li key={draft.draftId}>
            <DraftName draft={draft} />
            {draft.keptAt !== null && (
              <small>giữ lúc {timeInWords(new Date(draft.keptAt), drafts.clock())}</small>
            )}
            <Button onClick={() => discard(draft)}>Bỏ</Button>
            <details>
              <summary>Xem chữ</summary>
              <FoundText text={textOf(draft)} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Leads to the form, where the draft is shown beside what the server has. */
const DraftName = ({ draft }: { draft: FoundDraft }) =>
  draft.isReadable ? (
    <a href={`/quan-tri/bai-viet/${draft.base === null ? 'moi' : draft.articleId}`}>
      {draft.content.title || 'Bài chưa có tiêu đề'}
    </a>
  ) : (
    <span>Bản nháp không mở thẳng được</span>
  );

const textOf = (draft: FoundDraft): string => {
  if (!draft.isReadable) return draft.text;
  const { title, summary, body } = draft.content;
  return [title, summary, readableText(body)].filter((text) => text !== '').join('\n\n');
};
