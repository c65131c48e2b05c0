import type { ChangeAction } from '../../../../shared/people/change.ts';
import type { Person } from '../../../../shared/people/person.ts';
import { timeInWords } from '../ui/time-in-words.ts';
import type { PersonAction } from './person-action.ts';

/** Minutes until a change reaches who is working: the validity of an access token. */
const delayMinutes = 15;

export const calledName = ({ fullName, name }: Person): string => fullName || name;

/** Whether a person can sign in, and when they last did. */
export const signInInWords = (person: Person, now: Date): string => {
  const { isEnabled, status, invitationEndsAt, lastSignInAt } = person;
  if (!isEnabled) return 'Đã khóa: không đăng nhập được';
  if (status === 'invited' && invitationEndsAt !== null) {
    const endsAt = new Date(invitationEndsAt);
    return endsAt > now
      ? `Đã mời, chưa đăng nhập; thư mời dùng được đến ${timeInWords(endsAt, now)}`
      : 'Đã mời, chưa đăng nhập; thư mời đã hết hạn, hãy gửi lại';
  }
  return lastSignInAt === null
    ? 'Chưa ghi nhận lần đăng nhập nào'
    : `Đăng nhập gần nhất: ${timeInWords(new Date(lastSignInAt), now)}`;
};

const begun: Readonly<Record<ChangeAction, string>> = {
  invite: 'mời người này',
  'resend-invitation': 'gửi lại thư mời',
  'change-role': 'đổi vai trò',
  disable: 'khóa tài khoản',
  enable: 'mở khóa tài khoản',
  'reset-second-factor': 'xóa mã xác thực',
};

/** What stopped halfway; empty when nothing did. */
export const unfinishedInWords = ({ unfinished }: Person): string => {
  if (unfinished === null) return '';
  const { action, by, done } = unfinished;
  const soFar = done.length > 0 ? ` Mới ${done.join(', ').replaceAll('đã ', '')}.` : '';
  return `Chưa xong việc ${begun[action]} mà ${by} bắt đầu.${soFar}`;
};

type ActionWords = {
  label: string;
  /** What will happen, and when. */
  question: (called: string) => string;
  confirm: string;
  done: (called: string) => string;
  isDanger?: true;
};

/** What is said of each action: on its button, before it and after it. */
export const actionWords: Readonly<Record<PersonAction, ActionWords>> = {
  'change-role': {
    label: 'Đổi vai trò',
    question: (called) =>
      `Vai trò mới của ${called} có hiệu lực chậm nhất sau ${delayMinutes} phút. Nếu quyền ít đi, người đó phải đăng nhập lại; bài đang viết dở vẫn còn trên máy của họ.`,
    confirm: 'Đổi vai trò',
    done: (called) => `Đã đổi vai trò của ${called}.`,
  },
  disable: {
    label: 'Khóa',
    question: (called) =>
      `${called} sẽ không đăng nhập được nữa. Nếu đang làm việc, chậm nhất ${delayMinutes} phút nữa người đó sẽ phải dừng. Tên trong lịch sử bài viết vẫn giữ nguyên.`,
    confirm: 'Khóa tài khoản',
    done: (called) => `Đã khóa tài khoản của ${called}.`,
    isDanger: true,
  },
  enable: {
    label: 'Mở khóa',
    question: (called) => `${called} sẽ đăng nhập lại được bằng mật khẩu cũ.`,
    confirm: 'Mở khóa',
    done: (called) => `Đã mở khóa tài khoản của ${called}.`,
  },
  'resend-invitation': {
    label: 'Gửi lại thư mời',
    question: (called) =>
      `${called} sẽ nhận thư mới với mật khẩu tạm thời khác; mật khẩu trong thư trước hết tác dụng.`,
    confirm: 'Gửi lại',
    done: (called) => `Đã gửi lại thư mời cho ${called}.`,
  },
  'reset-second-factor': {
    label: 'Đặt lại mã xác thực',
    question: (called) =>
      `Dùng khi ${called} mất hoặc đổi điện thoại. Lần đăng nhập tới, người đó sẽ cài lại ứng dụng tạo mã; các phiên đang mở kết thúc chậm nhất sau ${delayMinutes} phút. Hãy chắc rằng chính người đó yêu cầu.`,
    confirm: 'Đặt lại mã',
    done: (called) => `Đã đặt lại mã xác thực của ${called}.`,
  },
};
