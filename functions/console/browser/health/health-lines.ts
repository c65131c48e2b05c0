import type { Health, TableBackup } from '../../../../shared/health/health-reply.ts';
import { timeInWords } from '../ui/time-in-words.ts';
import { editorialOffice, type HealthLine, lineOf, technicalTeam } from './health-line.ts';

const minuteMs = 60_000;
/** A table can typically be restored to five minutes ago. */
const maxBackupAgeMs = 60 * minuteMs;
/** A snapshot is due when a change has waited for an hour; the compactor runs every five minutes. */
const maxPendingAgeMs = 90 * minuteMs;
/** Part of the limit of articles from which on it is time to act. */
const nearlyFull = 0.8;

type Known<Name extends keyof Health> = NonNullable<Extract<Health[Name], { unknown: null }>['value']>;

const whole = new Intl.NumberFormat('vi-VN');
const dollars = new Intl.NumberFormat('vi-VN', { maximumSignificantDigits: 2 });

/** What the API knows about the portal, judged: one line for each thing. */
export const healthLines = ({ at, backups, deadLetters, searchIndex, lastMonth }: Health): HealthLine[] => {
  const now = new Date(at);
  return [
    lineOf('Sao lưu dữ liệu', backups, (tables) => judgeBackups(tables, now)),
    lineOf('Cập nhật trang cho người đọc', deadLetters, judgeDeadLetters),
    lineOf('Tìm kiếm', searchIndex, (index) => judgeIndex(index, now)),
    lineOf('Sức chứa của tìm kiếm', searchIndex, judgeCapacity),
    lineOf('Lượt truy cập và chi phí tháng trước', lastMonth, judgeMonth),
  ];
};

const judgeBackups = (tables: readonly TableBackup[], now: Date): Omit<HealthLine, 'title'> => {
  const note =
    'Gồm bài viết, thiết lập, nhật ký và lượt truy cập; không gồm tệp ảnh và tài khoản người dùng.';
  const latest = tables.flatMap(({ isEnabled, latestAt }) =>
    isEnabled && latestAt !== null ? [latestAt] : [],
  );
  const [oldest] = latest.sort();
  if (oldest === undefined || latest.length < tables.length) {
    return {
      state: 'attention',
      sentence: 'Có phần dữ liệu không được sao lưu: nếu hỏng thì không khôi phục được.',
      todo: { who: technicalTeam, what: 'bật khôi phục theo thời điểm (PITR) cho cả ba bảng dữ liệu.' },
      note,
    };
  }
  const time = timeInWords(new Date(oldest), now);
  if (isOlder(oldest, maxBackupAgeMs, now)) {
    return {
      state: 'attention',
      sentence: `Bản sao lưu mới nhất là lúc ${time}, cũ hơn một giờ.`,
      todo: { who: technicalTeam, what: 'xem vì sao việc sao lưu của các bảng dữ liệu bị chậm.' },
      note,
    };
  }
  return { state: 'good', sentence: `Có thể khôi phục dữ liệu về đến lúc ${time}.`, note };
};
const judgeDeadLetters = (messages: number): Omit<HealthLine, 'title'> =>
  messages === 0
    ? { state: 'good', sentence: 'Không có thay đổi nào bị kẹt.' }
    : {
        state: 'attention',
        sentence: `${whole.format(messages)} thay đổi bị kẹt: người đọc có thể còn thấy trang cũ, lâu nhất một ngày.`,
        todo: {
          who: technicalTeam,
          what: 'xem các thông điệp trong hàng đợi lỗi, rồi xóa bộ nhớ đệm của toàn cổng (/*).',
        },
      };

const judgeIndex = (
  { snapshot, pending, isPendingTruncated, oldestPendingAt }: Known<'searchIndex'>,
  now: Date,
): Omit<HealthLine, 'title'> => {
  const made =
    snapshot === null
      ? 'Chưa có bản chỉ mục nào được lưu'
      : `Bản chỉ mục lưu lúc ${timeInWords(new Date(snapshot.at), now)}, gồm ${whole.format(snapshot.articles)} bài`;
  const count = isPendingTruncated ? `hơn ${whole.format(pending)}` : whole.format(pending);
  const sentence = `${made}; ${pending === 0 ? 'không có thay đổi nào đang chờ gộp' : `${count} thay đổi đang chờ gộp`}.`;
  if (oldestPendingAt !== null && isOlder(oldestPendingAt, maxPendingAgeMs, now)) {
    return {
      state: 'attention',
      sentence: `${sentence} Có thay đổi đã chờ từ ${timeInWords(new Date(oldestPendingAt), now)}: việc gộp không chạy.`,
      todo: { who: technicalTeam, what: 'xem nhật ký của chức năng search-compactor.' },
    };
  }
  if (isPendingTruncated) {
    return {
      state: 'attention',
      sentence,
      todo: {
        who: editorialOffice,
        what: 'kiểm tra lại sau một giờ (vừa nhập nhiều bài thì đây là việc bình thường). Nếu vẫn vậy, hãy báo đơn vị kỹ thuật.',
      },
    };
  }
  return { state: 'good', sentence };
};

const judgeCapacity = ({ snapshot, articleLimit }: Known<'searchIndex'>): Omit<HealthLine, 'title'> => {
  const limit = `khoảng ${whole.format(articleLimit)} bài`;
  if (snapshot === null) {
    return {
      state: 'unknown',
      sentence: `Không biết: chưa có bản chỉ mục nào để đếm. Giới hạn là ${limit}.`,
    };
  }
  const percent = Math.floor((snapshot.articles / articleLimit) * 100);
  const sentence = `${whole.format(snapshot.articles)} bài, bằng ${percent < 1 ? 'chưa đến 1' : percent} % giới hạn (${limit}).`;
  return snapshot.articles < nearlyFull * articleLimit
    ? { state: 'good', sentence }
    : {
        state: 'attention',
        sentence,
        todo: { who: technicalTeam, what: 'tăng bộ nhớ và ổ tạm của chức năng search trước khi đầy.' },
      };
};

const judgeMonth = ({ month, visits, usd, pricesOf }: Known<'lastMonth'>): Omit<HealthLine, 'title'> => {
  const [year, number] = month.split('-');
  const price = usd < 1 ? 'dưới 1 đô la Mỹ' : `khoảng ${dollars.format(usd)} đô la Mỹ`;
  return {
    state: 'good',
    sentence: `Tháng ${Number(number)}/${year} có ${whole.format(visits)} lượt truy cập, chi phí ${price}.`,
    note: `Ước tính theo giá niêm yết ngày ${pricesOf.split('-').reverse().join('/')}, chưa gồm thuế, lưu trữ và việc của ban biên tập. Số đúng ở trong hóa đơn.`,
  };
};

const isOlder = (at: string, ageMs: number, now: Date) => now.getTime() - Date.parse(at) > ageMs;
