import type { Activity } from './activity.ts';

type Kind = Activity['subject']['kind'];

/** What was changed, as a heading of a column or a choice. */
export const kindNames: Readonly<Record<Kind, string>> = {
  article: 'Bài viết',
  image: 'Ảnh',
  settings: 'Thông tin cổng',
  category: 'Chuyên mục',
  tag: 'Từ khóa',
  person: 'Người dùng',
  'opening-balance': 'Số dư ban đầu',
};

/** What a person did, as said after their name and before the title of the subject: “lan.tran đăng bài …”. */
const actions: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  article: {
    create: 'tạo bài',
    save: 'sửa bài',
    submit: 'gửi duyệt bài',
    return: 'trả lại bài',
    approve: 'duyệt bài',
    publish: 'đăng bài',
    withdraw: 'gỡ bài',
    restore: 'khôi phục phiên bản cũ của bài',
    move: 'chuyển chuyên mục của bài',
    retag: 'đổi từ khóa của bài',
    delete: 'xóa bản nháp',
    preview: 'tạo liên kết xem trước bài',
  },
  image: {
    upload: 'bắt đầu tải ảnh lên',
    complete: 'tải xong ảnh',
    refuse: 'tải lên tệp không dùng được',
    describe: 'sửa mô tả ảnh',
    'add-variants': 'tạo thêm cỡ của ảnh',
    delete: 'xóa ảnh',
  },
  settings: {
    save: 'sửa thông tin cổng',
    'remove-page': 'gỡ khỏi chân trang trang',
    'date-page': 'đổi giờ hiện ở chân trang của trang',
  },
  category: { retire: 'gộp chuyên mục' },
  tag: { rename: 'đổi tên từ khóa' },
  person: {
    invite: 'mời',
    'resend-invitation': 'gửi lại thư mời cho',
    'change-role': 'đổi vai trò của',
    disable: 'khóa tài khoản',
    enable: 'mở khóa tài khoản',
    'reset-second-factor': 'xóa mã xác thực của',
  },
  'opening-balance': { save: 'đổi số dư ban đầu' },
};

/** Marks of an act that takes several steps: an entry before it, and one in place of it when it failed. */
const attempts = [
  ['begin-', 'bắt đầu '],
  ['fail-', 'không làm được: '],
] as const;

/** What a person did in words; an action without words is shown as it is. */
export const actionInWords = ({ action, subject }: Pick<Activity, 'action' | 'subject'>): string => {
  const known = actions[subject.kind];
  const [mark, words] = attempts.find(([prefix]) => action.startsWith(prefix)) ?? ['', ''];
  const name = action.slice(mark.length);
  return Object.hasOwn(known, name) ? words + known[name] : action;
};
