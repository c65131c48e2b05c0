import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import { slugOf } from '../../../../shared/articles/slug.ts';
import { isTag } from '../../../../shared/articles/tags.ts';

export type AddedTags = {
  tags: readonly string[];
  /** What was not added, and why; empty if everything was. */
  refusal: string;
};

const normalize = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * The tags with what was typed or pasted: several are separated by commas, semicolons or line breaks. Two tags with one address are the
 * same; the first spelling stays.
 */
export const addTags = (tags: readonly string[], typed: string): AddedTags => {
  const all = [...tags];
  let refusal = '';
  for (const name of typed.split(/[,;\n]/).map(normalize)) {
    if (name === '') continue;
    const reason = refusalOf(all, name);
    if (reason === '') all.push(name);
    else refusal ||= reason;
  }
  return { tags: all, refusal };
};

const refusalOf = (tags: readonly string[], name: string): string => {
  if (!isTag(name)) return `“${name}” không có chữ hay số nào.`;
  if ([...name].length > contentLimits.tagLength)
    return `Từ khóa dài tối đa ${contentLimits.tagLength} ký tự.`;
  if (tags.some((tag) => slugOf(tag) === slugOf(name))) return `“${name}” đã có.`;
  if (tags.length >= contentLimits.tags) return `Mỗi bài tối đa ${contentLimits.tags} từ khóa.`;
  return '';
};

/** Suggestions that would add something. */
export const usefulSuggestions = (tags: readonly string[], known: readonly string[]): string[] =>
  known.filter((name) => refusalOf(tags, name) === '');
