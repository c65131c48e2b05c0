import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { imagesIn, readableText } from '../drafts/readable-text.ts';
import type { BodyPart, ContentMerge, FieldDifference } from './merge-contents.ts';

/** One side of a difference as it is shown. */
export type Shown = { text: string; images: readonly string[] };
/** A difference as it is shown, in the order of the form. */
export type Difference = {
  key: string;
  label: string;
  kind: FieldDifference['kind'];
  base: Shown;
  mine: Shown;
  theirs: Shown;
  source: FieldDifference | BodyPart;
};

const fieldNames: Readonly<Record<FieldDifference['key'], string>> = {
  title: 'Tiêu đề',
  summary: 'Tóm tắt',
  category: 'Chuyên mục',
  tags: 'Từ khóa',
  author: 'Tác giả',
  source: 'Nguồn',
  cover: 'Ảnh đại diện',
  gallery: 'Bộ ảnh',
  oldUrls: 'Địa chỉ cũ',
};

/** The differences that somebody can decide: not what is unchanged or changed alike. `categoryName` names a category by its slug. */
export const differencesOf = (
  { fields, body }: ContentMerge,
  categoryName: (slug: string) => string,
): Difference[] => {
  let paragraphs = 0;
  return [
    ...fields.map((field) => {
      const show = (value: unknown) => shownField(field.key, value, categoryName);
      const { key, kind, base, mine, theirs } = field;
      const sides = { base: show(base), mine: show(mine), theirs: show(theirs) };
      return { key, label: fieldNames[key], kind, ...sides, source: field };
    }),
    ...body.map((part) => {
      const first = paragraphs + 1;
      paragraphs += part.base.length;
      const show = (elements: readonly string[]) => shownElements(elements);
      const sides = { base: show(part.base), mine: show(part.mine), theirs: show(part.theirs) };
      return { key: part.key, label: placeOf(part, first), kind: part.kind, ...sides, source: part };
    }),
  ].filter(({ kind }) => kind !== 'agreed');
};

/** "Nội dung, đoạn 3", counted in what both started from. */
const placeOf = ({ base }: BodyPart, first: number): string => {
  if (base.length === 0) return first === 1 ? 'Nội dung, ở đầu' : `Nội dung, sau đoạn ${first - 1}`;
  const last = first + base.length - 1;
  return base.length === 1 ? `Nội dung, đoạn ${first}` : `Nội dung, đoạn ${first} đến ${last}`;
};

const shownElements = (elements: readonly string[]): Shown => {
  const html = elements.join('\n');
  return { text: readableText(html), images: imagesIn(html) };
};

const shownField = (
  field: FieldDifference['key'],
  value: unknown,
  categoryName: (slug: string) => string,
): Shown => {
  if (field === 'cover') return { text: '', images: value === null ? [] : [String(value)] };
  if (field === 'category') return { text: categoryName(String(value)), images: [] };
  if (field === 'gallery') {
    const pictures = value as ArticleContent['gallery'];
    const captions = pictures.map(({ caption }, index) => `${index + 1}. ${caption || '(không chú thích)'}`);
    return { text: captions.join('\n'), images: pictures.map(({ image }) => image) };
  }
  return {
    text: Array.isArray(value) ? value.join(field === 'tags' ? ', ' : '\n') : String(value),
    images: [],
  };
};
