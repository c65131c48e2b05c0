import { slugOf } from '../../../../shared/articles/slug.ts';
import { asciiWords } from '../../../../shared/text/fold.ts';

/** A tag, as the portal counts it. */
export type CountedTag = { slug: string; name: string; articles: number };
export type TagOrder = 'articles' | 'name';

const byName = new Intl.Collator('vi');

/** The tags that have all of some words, each perhaps only begun, with or without accents; in an order. */
export const listedTags = (tags: readonly CountedTag[], words: string, order: TagOrder): CountedTag[] => {
  const wanted = asciiWords(words);
  // A slug holds the same words, folded already.
  const found = tags.filter(({ slug }) => {
    const own = slug.split('-');
    return wanted.every((word) => own.some((one) => one.startsWith(word)));
  });
  return order === 'name' ? found.sort((a, b) => byName.compare(a.name, b.name)) : found;
};

export type Rename = { kind: 'same' | 'spelling' | 'rename' } | { kind: 'merge'; into: CountedTag };

/** What a new name does to a tag. Names that differ by accents or case have one address: they are one tag. */
export const renameOf = (tag: CountedTag, name: string, tags: readonly CountedTag[]): Rename => {
  const slug = slugOf(name);
  if (name === tag.name) return { kind: 'same' };
  if (slug === tag.slug) return { kind: 'spelling' };
  const into = tags.find((other) => other.slug === slug);
  return into ? { kind: 'merge', into } : { kind: 'rename' };
};
