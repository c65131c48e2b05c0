import { timeInWords } from '../ui/time-in-words.ts';
import type { Failure, FailureKind } from './failure.ts';
import type { SaveState } from './save-state.ts';

/** What `<SaveStatus>` says. With `isProblem` somebody has to do something. */
export type SaveSentence = { text: string; isProblem: boolean };

/** Failures that pass without anybody doing anything: what happened, and when the draft is saved. */
const passing: Partial<Record<FailureKind, readonly [what: string, next: string]>> = {
  offline: ['Mất mạng', 'sẽ tự lưu khi có mạng'],
  session: ['Phiên làm việc đã hết', 'sẽ tự lưu sau khi đăng nhập lại'],
  busy: ['Máy chủ đang bận', 'sẽ tự lưu lại sau ít phút'],
  server: ['Máy chủ gặp lỗi', 'sẽ tự lưu lại sau ít phút'],
};
const deviceProblems = {
  full: 'Máy này đã đầy bộ nhớ nên không giữ được bản nháp. Hãy lưu lên máy chủ trước khi đóng trang.',
  forbidden: 'Trình duyệt không cho giữ bản nháp trên máy này. Hãy lưu lên máy chủ trước khi đóng trang.',
} as const;

/** Where what was typed is. */
export const saveSentence = (state: SaveState, now: Date): SaveSentence => {
  const { isUnsaved, isSaving, hasConflict, failure, savedAt, deviceProblem } = state;
  const place = placeOf(state, now);
  const own = place === null ? '' : ` Bản của bạn đã ${place}.`;
  if (hasConflict) return problem(`Bài vừa được lưu ở nơi khác. Hãy xem hai bản và chọn.${own}`);
  if (isSaving) return plain('Đang lưu…');
  if (!isUnsaved) {
    return plain(
      savedAt === null ? 'Chưa có gì để lưu' : `Đã lưu lúc ${timeInWords(new Date(savedAt), now)}`,
    );
  }
  if (failure && passing[failure.kind]) return passingFailure(state, failure, place);
  if (failure && failure.kind !== 'incomplete') return problem(`Chưa lưu được. ${detailOf(failure)}${own}`);
  if (deviceProblem) return problem(deviceProblems[deviceProblem]);
  if (place === null) return plain('Đang soạn…');
  if (failure) return plain(`Đã ${place}. Bài có tiêu đề và chuyên mục thì mới lưu được lên máy chủ.`);
  return plain(state.savesByItself ? `Đã ${place}` : `Đã ${place}, chưa lưu lên máy chủ`);
};

/** What stands between the draft and the server or the device, by kind; null while nothing does. */
export const concernOf = ({
  isUnsaved,
  hasConflict,
  failure,
  deviceProblem,
}: SaveState): FailureKind | 'device' | null => {
  if (hasConflict) return 'conflict';
  if (!isUnsaved) return null;
  return failure?.kind ?? (deviceProblem && 'device');
};

const plain = (text: string): SaveSentence => ({ text, isProblem: false });
const problem = (text: string): SaveSentence => ({ text, isProblem: true });

/** "giữ trên máy này lúc 14:03"; null while the device does not have it. */
const placeOf = ({ keptAt, deviceProblem }: SaveState, now: Date): string | null =>
  keptAt === null || deviceProblem ? null : `giữ trên máy này lúc ${timeInWords(new Date(keptAt), now)}`;

const passingFailure = (state: SaveState, { kind }: Failure, place: string | null): SaveSentence => {
  const [what = '', next = ''] = passing[kind] ?? [];
  const parts = [place && `đã ${place}`, state.savesByItself ? next : 'chưa lưu lên máy chủ'];
  const text = `${what}: ${parts.filter((part) => part).join(', ')}.`;
  const { deviceProblem } = state;
  return deviceProblem ? problem(`${text} ${deviceProblems[deviceProblem]}`) : plain(text);
};

/** The server's sentence, and why it refused each field. */
const detailOf = ({ sentence, fields = [] }: Failure): string =>
  [sentence, ...new Set(fields.map(({ reason }) => `${reason}.`))].join(' ');
