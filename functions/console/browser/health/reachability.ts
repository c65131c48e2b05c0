import { type HealthLine, technicalTeam } from './health-line.ts';

/** The answer to a request for the home page from this browser; null without one in time. */
export type HomeAnswer = { isOk: boolean; ms: number; isCached: boolean } | null;

const limitMs = 2_000;
const slowMs = 1_000;
const title = 'Trang chủ';
const decimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

type Dependencies = { fetch: typeof fetch; nowMs: () => number };

/** Opens the home page, past the browser's cache. Never rejects. */
export const openHome = async ({ fetch, nowMs }: Dependencies): Promise<HomeAnswer> => {
  const start = nowMs();
  try {
    const reply = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(limitMs) });
    await reply.text();
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html: x-edge-result-type
    const isCached = /^(Refresh)?Hit/.test(reply.headers.get('x-cache') ?? '');
    return { isOk: reply.ok, ms: nowMs() - start, isCached };
  } catch {
    return null;
  }
};

/** Whether the home page can be reached, and what that proves. */
export const judgeHome = (answer: HomeAnswer): HealthLine => {
  if (answer === null) {
    return {
      title,
      state: 'attention',
      sentence: 'Không mở được trang chủ từ máy này trong 2 giây.',
      todo: {
        who: 'Người đang xem',
        what: 'thử mở một trang web khác. Nếu cũng chậm, hãy báo người phụ trách mạng của cơ quan; nếu chỉ cổng không mở được, hãy báo đơn vị kỹ thuật.',
      },
    };
  }
  const { isOk, ms, isCached } = answer;
  if (!isOk) {
    return {
      title,
      state: 'attention',
      sentence: 'Cổng có trả lời, nhưng trang chủ báo lỗi.',
      todo: { who: technicalTeam, what: 'xem nhật ký của chức năng pages.' },
    };
  }
  const note = isCached
    ? 'Thử từ máy này: mạng của cơ quan tới được máy chủ biên. Trang lấy từ bộ nhớ đệm, nên lần này chưa thử phần tạo trang. Nơi khác có thể khác.'
    : 'Thử từ máy này: mạng của cơ quan tới được máy chủ biên, và phần tạo trang đang chạy. Nơi khác có thể khác.';
  if (ms < slowMs) return { title, state: 'good', sentence: `Mở được, ${speed(ms)}.`, note };
  return {
    title,
    state: 'attention',
    sentence: `Mở được, nhưng chậm: ${decimal.format(ms / 1000)} giây.`,
    todo: {
      who: 'Người đang xem',
      what: 'kiểm tra lại. Nếu trang web khác cũng chậm, hãy báo người phụ trách mạng của cơ quan; nếu chỉ cổng chậm, hãy báo đơn vị kỹ thuật.',
    },
    note,
  };
};

const speed = (ms: number) => (ms < 300 ? 'rất nhanh (dưới 0,3 giây)' : 'nhanh (dưới 1 giây)');
