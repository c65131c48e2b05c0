import type { OutlineItem } from './body-outline.ts';
import { advice, type Finding } from './finding.ts';

/** A text as a line quotes it. */
const quote = (text: string) => {
  const characters = [...text];
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text}”`;
};

/** Headings of a body by level, as the editor's toolbar calls them. The title of the page is above them. */
const headingNames: Readonly<Record<number, string>> = {
  2: 'đề mục lớn',
  3: 'đề mục vừa',
  4: 'đề mục nhỏ',
};
const firstLevel = 2;

/** Headings that skip a level: https://www.w3.org/WAI/tutorials/page-structure/headings/ */
export const headingFindings = (items: readonly OutlineItem[]): Finding[] => {
  const headings = items.filter((item) => item.kind === 'heading');
  return headings.flatMap(({ block, level, text }, index) => {
    const allowed = (headings[index - 1]?.level ?? firstLevel - 1) + 1;
    if (level <= allowed) return [];
    const [own, missing] = [headingNames[level], headingNames[allowed]];
    return [advice(`${quote(text)} là ${own} mà trước nó chưa có ${missing}.`, { block })];
  });
};

/** Texts that do not say where a link leads: https://www.w3.org/TR/WCAG22/#link-purpose-in-context */
const emptyLinkTexts = new Set([
  ...['tại đây', 'ở đây', 'vào đây', 'đây', 'này', 'xem thêm', 'xem tiếp', 'xem', 'xem chi tiết', 'chi tiết'],
  ...['xem tại đây', 'xem thêm tại đây', 'đọc thêm', 'đọc tiếp', 'link', 'liên kết', 'đường link', 'click'],
  ...[
    'click vào đây',
    'click here',
    'here',
    'nhấn vào đây',
    'bấm vào đây',
    'nhấp vào đây',
    'tải về',
    'tải xuống',
  ],
]);

/** Links whose text does not say where they lead. */
export const linkFindings = (items: readonly OutlineItem[]): Finding[] =>
  items.flatMap((item) => {
    if (item.kind !== 'link') return [];
    const words = item.text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return emptyLinkTexts.has(words)
      ? [
          advice(
            `Liên kết ${quote(item.text)} không nói dẫn đến đâu; hãy đặt nó vào tên của trang hay tài liệu.`,
            { block: item.block },
          ),
        ]
      : [];
  });

/** Tables without header cells: https://www.w3.org/WAI/tutorials/tables/ */
export const tableFindings = (items: readonly OutlineItem[]): Finding[] =>
  items.flatMap((item) =>
    item.kind === 'table' && !item.hasHeader
      ? [
          advice('Bảng chưa có ô tiêu đề; người dùng trình đọc màn hình khó hiểu bảng.', {
            block: item.block,
          }),
        ]
      : [],
  );
