import type { FoundDraft } from '../drafts/device-drafts.ts';
import { draftText } from '../drafts/draft-text.ts';
import { articleAddress } from './article-rows.tsx';
import { whenInWords } from './article-words.ts';

/** Where a draft is gone on with. A new article's page offers every draft that the server has nothing of. */
const addressOf = (draft: FoundDraft): string | null => {
  if (!draft.isReadable) return draft.articleId && articleAddress(draft.articleId);
  return articleAddress(draft.base === null ? 'moi' : draft.articleId);
};

const titleOf = (draft: FoundDraft): string =>
  draft.isReadable ? draft.content.title.trim() || 'Bài chưa có tiêu đề' : 'Bản nháp cũ';

/** The form shows a draft beside what the server has. Its words can be copied where there is no form: of an article that was handed in or deleted. */
const DeviceDraft = ({ draft }: { draft: FoundDraft }) => {
  const address = addressOf(draft);
  return (
    <>
      {address !== null && (
        <a class="title" href={address}>
          {titleOf(draft)}
        </a>
      )}
      <details>
        <summary>
          {address === null ? 'Bản nháp cũ không mở được nữa: xem chữ để chép lại' : 'Xem chữ để chép lại'}
        </summary>
        <textarea
          readOnly
          rows={8}
          aria-label={draft.isReadable ? `Chữ của bản nháp “${titleOf(draft)}”` : 'Chữ của bản nháp cũ'}
          value={draftText(draft)}
        />
      </details>
    </>
  );
};

/** What was typed on this device and is not on the server, before everything else. */
export const DeviceDraftList = ({ drafts, now }: { drafts: readonly FoundDraft[]; now: Date }) =>
  drafts.length > 0 && (
    <section class="device-drafts" aria-labelledby="ban-viet-do">
      <h2 id="ban-viet-do">Viết dở trên máy này, chưa lưu lên cổng</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.draftId}>
            <DeviceDraft draft={draft} />
            {draft.keptAt && <p>giữ {whenInWords(draft.keptAt, now)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
