import type { ArticleState } from '../../../../shared/articles/state.ts';

/** The state of an article in a few words, as people see it. */
export const stateNames: Readonly<Record<ArticleState, string>> = {
  draft: 'Bản nháp',
  in_review: 'Chờ duyệt',
  returned: 'Bị trả lại',
  approved: 'Đã duyệt',
  scheduled: 'Đã hẹn giờ',
  live: 'Đang đăng',
  withdrawn: 'Đã gỡ',
};
