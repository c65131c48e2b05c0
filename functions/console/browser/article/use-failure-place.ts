import type { Failure } from '../api/failure.ts';
import type { DraftSession } from '../drafts/draft-session-types.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { ArticleForm, FieldName } from './article-form.ts';
import type { Place } from './finding.ts';
import { refusedFields } from './place.ts';

/**
 * A function that shows on the page what a failed save or step is about, and returns where to go: to the refused field, or nowhere when a
 * dialog or message says more. Null for a failure that is said where the step was asked for.
 */
export const useFailurePlace = (form: ArticleForm, draft: DraftSession, onConflict: () => void) => {
  const announce = useAnnounce();
  const notices = useNotices();
  return (failure: Failure): { place: Place | null } | null => {
    const refused = refusedFields(failure.fields ?? [], Object.keys(form.read()) as FieldName[]);
    if (refused[0]) {
      form.errors.value = Object.fromEntries(refused.map(({ field, reason }) => [field, reason]));
      announce(failure.sentence);
      return { place: { field: refused[0].field } };
    }
    if (draft.conflict.value) {
      onConflict();
      return { place: null };
    }
    if (failure.kind === 'conflict') {
      const text = 'Bài vừa được chuyển sang trạng thái khác ở nơi khác. Hãy xem trạng thái mới rồi làm lại.';
      notices.show({ kind: 'problem', text });
      return { place: null };
    }
    if (failure.kind !== 'missing') return null;
    notices.show({
      kind: 'problem',
      text: 'Bài này đã bị xóa ở nơi khác. Những gì bạn thấy ở đây vẫn còn.',
      // The status says what fails.
      action: { label: 'Lưu thành bài mới', run: () => draft.saveAsNew().catch(() => {}) },
    });
    return { place: null };
  };
};
