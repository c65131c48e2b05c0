import type { LeftOut } from './left-out.ts';

/** "Không đưa vào được: 2 ảnh liên kết từ trang khác, 1 đoạn mã." */
export const leftOutSentence = (leftOut: readonly LeftOut[]): string =>
  `Không đưa vào được: ${leftOut.map(({ what, count }) => `${count} ${what}`).join(', ')}.`;
