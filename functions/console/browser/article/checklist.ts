import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import type { BodyOutline, OutlineItem } from './body-outline.ts';
import { bodyFullness, lengthOf, titleAdviceLength } from './field-limits.ts';

/** Where the thing is that a line of the checklist is about. */
export type Place = { field: keyof ArticleContent } | { block: number } | { image: string };

/** One line of the checklist. `blocks`: the server would refuse the publication. */
export type Finding = { severity: 'blocks' | 'advice'; text: string; place: Place };

/** Whether a picture can be published; one whose state is not known yet is not in the map. */
export type PictureState = 'described' | 'undescribed' | 'missing';

export type Checked = {
  content: ArticleContent;
  /** UTF-8 bytes of the body. */
  bodyBytes: number;
  outline: BodyOutline;
  pictures: ReadonlyMap<string, PictureState>;
  /** Slugs that an article may have; null while they are not known. */
  categories: readonly string[] | null;
};

/** What is missing before a publication, in reading order; what the server would refuse comes first. */
export const checklist = (checked: Checked): Finding[] => {
  const findings = [
    ...titleFindings(checked.content),
    ...categoryFindings(checked),
    ...summaryFindings(checked.content),
    ...limitFindings(checked),
    ...bodyFindings(checked),
    ...headingFindings(checked.outline.items),
    ...linkFindings(checked.outline.items),
    ...tableFindings(checked.outline.items),
    ...pictureFindings(checked),
  ];
  const bySeverity = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity);
  return [...bySeverity('blocks'), ...bySeverity('advice')];
};

const blocks = (text: string, place: Place): Finding => ({ severity: 'blocks', text, place });
const advice = (text: string, place: Place): Finding => ({ severity: 'advice', text, place });

const minShoutedWords = 4;
/** Whether a title is written in capitals; a few abbreviations in a row are not. */
const isShouted = (title: string) =>
  title.toLowerCase() !== title &&
  title.toUpperCase() === title &&
  title.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= minShoutedWords;

const titleFindings = ({ title }: ArticleContent): Finding[] => {
  const place = { field: 'title' } as const;
  const length = lengthOf(title);
  if (length === 0) return [blocks('Bài chưa có tiêu đề.', place)];
  if (length > contentLimits.titleLength)
    return [blocks(`Tiêu đề dài ${length} ký tự; tối đa ${contentLimits.titleLength}.`, place)];
  return [
    ...(length > titleAdviceLength
      ? [advice(`Tiêu đề dài ${length} ký tự; nên dưới ${titleAdviceLength}.`, place)]
      : []),
    ...(isShouted(title) ? [advice('Tiêu đề viết toàn chữ hoa, khó đọc; nên viết thường.', place)] : []),
  ];
};

const categoryFindings = ({ content: { category }, categories }: Checked): Finding[] => {
  if (category === '') return [blocks('Bài chưa có chuyên mục.', { field: 'category' })];
  return categories?.includes(category) === false
    ? [blocks('Chuyên mục của bài không còn nữa; hãy chọn chuyên mục khác.', { field: 'category' })]
    : [];
};

const summaryFindings = ({ summary }: ArticleContent): Finding[] => {
  const length = lengthOf(summary);
  if (length > contentLimits.summaryLength)
    return [
      blocks(`Tóm tắt dài ${length} ký tự; tối đa ${contentLimits.summaryLength}.`, { field: 'summary' }),
    ];
  return length === 0
    ? [advice('Chưa có tóm tắt; danh sách tin sẽ hiện mấy dòng đầu của bài.', { field: 'summary' })]
    : [];
};

const limitFindings = ({ content }: Checked): Finding[] => {
  const texts = [
    ['author', 'Tên tác giả', content.author, contentLimits.authorLength],
    ['source', 'Nguồn', content.source, contentLimits.sourceLength],
  ] as const;
  return [
    ...texts
      .filter(([, , text, limit]) => lengthOf(text) > limit)
      .map(([field, name, , limit]) => blocks(`${name} dài quá ${limit} ký tự.`, { field })),
    ...(content.tags.length > contentLimits.tags
      ? [blocks(`Bài có ${content.tags.length} từ khóa; tối đa ${contentLimits.tags}.`, { field: 'tags' })]
      : []),
    ...(content.gallery.length > contentLimits.galleryPictures
      ? [
          blocks(`Bộ ảnh có ${content.gallery.length} ảnh; tối đa ${contentLimits.galleryPictures}.`, {
            field: 'gallery',
          }),
        ]
      : []),
  ];
};

const bodyFindings = ({ bodyBytes, outline }: Checked): Finding[] => {
  const place = { field: 'body' } as const;
  const { level, sentence } = bodyFullness(bodyBytes);
  if (level === 'over') return [blocks(sentence, place)];
  const hasPicture = outline.items.some(({ kind }) => kind === 'picture');
  return outline.hasText || hasPicture ? [] : [advice('Bài chưa có nội dung.', place)];
};

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

/** https://www.w3.org/WAI/tutorials/page-structure/headings/ */
const headingFindings = (items: readonly OutlineItem[]): Finding[] => {
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

const linkFindings = (items: readonly OutlineItem[]): Finding[] =>
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

/** https://www.w3.org/WAI/tutorials/tables/ */
const tableFindings = (items: readonly OutlineItem[]): Finding[] =>
  items.flatMap((item) =>
    item.kind === 'table' && !item.hasHeader
      ? [
          advice('Bảng chưa có ô tiêu đề; người dùng trình đọc màn hình khó hiểu bảng.', {
            block: item.block,
          }),
        ]
      : [],
  );

const pictureFindings = ({ content, outline, pictures }: Checked): Finding[] => {
  const inBody = outline.items.flatMap((item) => (item.kind === 'picture' ? [item] : []));
  const uses: { image: string; where: string; place: Place }[] = [
    ...(content.cover === null
      ? []
      : [{ image: content.cover, where: 'Ảnh đại diện', place: { field: 'cover' } as const }]),
    ...inBody.map(({ image, block }, index) => ({
      image,
      where: `Ảnh thứ ${index + 1} trong bài`,
      place: { block },
    })),
    ...content.gallery.map(({ image }, index) => ({
      image,
      where: `Ảnh thứ ${index + 1} của bộ ảnh`,
      place: { field: 'gallery' } as const,
    })),
  ];
  const described = new Set<string>();
  const findings = uses.flatMap(({ image, where, place }) => {
    const state = pictures.get(image);
    if (state === 'missing')
      return [blocks(`${where} không còn trong kho ảnh; hãy bỏ hoặc thay ảnh.`, place)];
    if (state !== 'undescribed' || described.has(image)) return [];
    described.add(image);
    return [blocks(`${where} chưa có mô tả.`, { image })];
  });
  return content.cover === null
    ? [
        ...findings,
        advice('Bài chưa có ảnh đại diện; danh sách tin sẽ hiện bài không có ảnh.', { field: 'cover' }),
      ]
    : findings;
};
