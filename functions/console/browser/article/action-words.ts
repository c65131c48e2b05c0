import type { ActionName } from './possible-actions.ts';

type Words = {
  /** What the dialog asks or explains; empty where its fields do. */
  question: string;
  note: { label: string; hint: string; isRequired: boolean } | null;
  /** The button that does it. */
  confirm: string;
  /** Said when it is done. */
  done: string;
};

const publicationNote = {
  label: 'Ghi chú cho ban biên tập',
  hint: 'Không bắt buộc; người đọc không thấy.',
  isRequired: false,
};

/** What is said about each action. */
export const actionWords: Readonly<Record<ActionName, Words>> = {
  submit: {
    question: 'Biên tập viên sẽ thấy bài trong danh sách chờ duyệt.',
    note: { label: 'Lời nhắn cho người duyệt', hint: 'Không bắt buộc.', isRequired: false },
    confirm: 'Gửi duyệt',
    done: 'Đã gửi duyệt.',
  },
  approve: {
    question: 'Bài được ghi là đã duyệt, chưa đăng. Nếu ai sửa nữa, bài trở lại chờ duyệt.',
    note: publicationNote,
    confirm: 'Duyệt',
    done: 'Đã duyệt.',
  },
  return: {
    question: 'Người viết sẽ thấy lý do ngay trên bài và sửa tiếp.',
    note: { label: 'Lý do trả lại', hint: 'Cần sửa gì, ở chỗ nào.', isRequired: true },
    confirm: 'Trả lại',
    done: 'Đã trả lại.',
  },
  publishNow: { question: '', note: publicationNote, confirm: 'Đăng ngay', done: 'Đã đăng.' },
  schedule: { question: '', note: publicationNote, confirm: 'Hẹn giờ đăng', done: 'Đã hẹn giờ đăng.' },
  reschedule: {
    question: 'Bản đang soạn ở đây thay cho bản đã hẹn.',
    note: publicationNote,
    confirm: 'Hẹn giờ đăng',
    done: 'Đã đổi giờ đăng.',
  },
  publishChanges: { question: '', note: publicationNote, confirm: 'Đăng bản sửa', done: 'Đã đăng bản sửa.' },
  changeWithdrawal: {
    question: 'Bản đang soạn ở đây được đăng cùng lúc.',
    note: publicationNote,
    confirm: 'Lưu giờ gỡ',
    done: 'Đã đổi giờ gỡ.',
  },
  withdraw: {
    question:
      'Người đọc sẽ không còn mở được bài, và địa chỉ của bài không dẫn đến đâu. Bài vẫn còn ở đây và có thể đăng lại.',
    note: { label: 'Lý do gỡ', hint: 'Không bắt buộc; người đọc không thấy.', isRequired: false },
    confirm: 'Gỡ bài',
    done: 'Đã gỡ bài.',
  },
  delete: {
    question: 'Bản nháp sẽ mất khỏi mọi danh sách và không lấy lại được ở đây.',
    note: null,
    confirm: 'Xóa bản nháp',
    done: 'Đã xóa bản nháp.',
  },
};

/** Actions before which the checklist is shown. */
export const checkedActions: readonly ActionName[] = [
  ...([
    'submit',
    'approve',
    'publishNow',
    'schedule',
    'reschedule',
    'publishChanges',
    'changeWithdrawal',
  ] as const),
];
