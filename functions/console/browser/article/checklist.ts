import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import type { BodyOutline } from './body-outline.ts';
import { bodyFullness, lengthOf, titleAdviceLength } from './field-limits.ts';
import { advice, blocks, type Finding } from './finding.ts';
import { type PictureState, pictureFindings } from './picture-findings.ts';
import { headingFindings, linkFindings, tableFindings } from './structure-findings.ts';

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
