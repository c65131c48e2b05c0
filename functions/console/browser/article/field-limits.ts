import { contentLimits } from '../../../../shared/articles/content-limits.ts';

/** How full a field is: `near` from nine tenths of its limit on, `over` when the server would refuse it. */
export type Fullness = {
  level: 'ok' | 'near' | 'over';
  /** What to say about it; empty while there is nothing to say. */
  sentence: string;
};

/** The share of a limit from which people are warned. */
const warnedShare = 0.9;

const vietnamese = new Intl.NumberFormat('vi-VN');

/** Characters as the server counts them: code points of NFC with white space collapsed. */
export const lengthOf = (text: string): number =>
  [...text.normalize('NFC').replace(/\s+/g, ' ').trim()].length;

const levelOf = (used: number, limit: number): Fullness['level'] => {
  if (used > limit) return 'over';
  return used >= warnedShare * limit ? 'near' : 'ok';
};

/** How full a text field is. */
export const textFullness = (text: string, limit: number): Fullness => {
  const length = lengthOf(text);
  const level = levelOf(length, limit);
  const left = vietnamese.format(Math.abs(limit - length));
  const sentences = { ok: '', near: `Còn ${left} ký tự.`, over: `Dài quá ${left} ký tự; hãy rút bớt.` };
  return { level, sentence: sentences[level] };
};

/** Characters of a title after which lists and search engines cut it. */
export const titleAdviceLength = 120;

/** How full the title is, with the advice to keep it short. */
export const titleFullness = (title: string): Fullness => {
  const hard = textFullness(title, contentLimits.titleLength);
  const length = lengthOf(title);
  if (hard.level !== 'ok' || length <= titleAdviceLength) return hard;
  return {
    level: 'near',
    sentence: `${length} ký tự; nên dưới ${titleAdviceLength} để đọc trọn trong danh sách.`,
  };
};

/** How full a body is, from its UTF-8 bytes. */
export const bodyFullness = (bytes: number): Fullness => {
  const level = levelOf(bytes, contentLimits.bodyBytes);
  const percent = vietnamese.format(Math.floor((100 * bytes) / contentLimits.bodyBytes));
  const sentences = {
    ok: '',
    near: `Bài đã dùng ${percent} % dung lượng chữ cho phép.`,
    over: 'Bài quá dài để lưu. Hãy tách thành hai bài, hoặc bỏ bớt bảng và định dạng.',
  };
  return { level, sentence: sentences[level] };
};

/** "1.234 chữ": the words of a body. */
export const wordsInWords = (words: number): string => `${vietnamese.format(words)} chữ`;
