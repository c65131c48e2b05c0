import type { FoundDraft } from '../drafts/device-drafts.ts';
import { articleAddress } from './article-rows.tsx';
import { whenInWords } from './article-words.ts';

/** Where a draft is gone on with; null for one that belongs to no address. */
const addressOf = (draft: FoundDraft): string | null => {
  if (draft.isReadable && draft.base === null) return articleAddress('moi');
  return draft.articleId && articleAddress(draft.articleId);
};

const titleOf = (draft: FoundDraft): string =>
  draft.isReadable ? draft.content.title.trim() || 'Bài chưa có tiêu đề' : 'Bản nháp cũ';

const DeviceDraft = ({ draft, now }: { draft: FoundDraft; now: Date }) => {
  const address = addressOf(draft);
  const kept = draft.keptAt && `giữ ${whenInWords(draft.keptAt, now)}`;
  return (
    <li>
      {address === null && !draft.isReadable ? (
        <details>
          <summary>Bản nháp cũ không mở được nữa: xem chữ để chép lại</summary>
          <textarea readOnly rows={8} aria-label="Chữ của bản nháp cũ" value={draft.text} />
        </details>
      ) : (
        <a class="title" href={address ?? articleAddress('moi')}>
          {titleOf(draft)}
        </a>
      )}
      <p>{kept}</p>
    </li>
  );
};

/** What was typed on this device and is not on the server, before everything else. */
export const DeviceDraftList = ({ drafts, now }: { drafts: readonly FoundDraft[]; now: Date }) =>
  drafts.length > 0 && (
    <section class="device-drafts" aria-labelledby="ban-viet-do">
      <h2 id="ban-viet-do">Viết dở trên máy này, chưa lưu lên cổng</h2>
      <ul>
        {drafts.map((draft) => (
          <DeviceDraft key={draft.draftId} draft={draft} now={now} />
        ))}
      </ul>
    </section>
  );
