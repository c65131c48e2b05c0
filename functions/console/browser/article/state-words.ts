import type { ArticleState } from '../../../../shared/articles/state.ts';
import { distanceInWords, momentInWords } from './publication-words.ts';

export type Dated = { state: ArticleState; publishedAt: string | null; withdrawAt: string | null };

/** What readers see of the article, and until when. */
export const stateSentence = ({ state, publishedAt, withdrawAt }: Dated, now: Date): string => {
  const until = withdrawAt === null ? '' : ` Gỡ lúc ${momentInWords(new Date(withdrawAt))}.`;
  if (state === 'scheduled' && publishedAt !== null) {
    const at = new Date(publishedAt);
    return `Sẽ đăng lúc ${momentInWords(at)} (${distanceInWords(at, now)}).${until}`;
  }
  if (state === 'live' && publishedAt !== null)
    return `Đăng từ ${momentInWords(new Date(publishedAt))}.${until}`;
  return sentences[state];
};

const sentences: Readonly<Record<ArticleState, string>> = {
  draft: 'Chưa ai đọc được ngoài ban biên tập.',
  in_review: 'Đang chờ biên tập viên duyệt.',
  returned: 'Biên tập viên đã trả lại để sửa.',
  approved: 'Đã duyệt, chưa đăng. Nếu sửa nữa, bài phải được duyệt lại.',
  scheduled: 'Đã hẹn giờ đăng.',
  live: 'Người đọc đang thấy bài này.',
  withdrawn: 'Người đọc không còn thấy bài này.',
};
