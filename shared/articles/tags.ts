import { slugOf } from './slug.ts';

/** A tag as a path segment, and as an editor wrote it. */
export type Tag = { slug: string; name: string };

const hasLetterOrDigit = /[\p{Letter}\p{Number}]/u;

/** Whether a tag has a letter or digit for its address. */
export const isTag = (text: string) => hasLetterOrDigit.test(text);

/** The tags of an article, each address once: “Chuyển đổi số” and “chuyển đổi số” are the same. */
export const tagsOf = (names: readonly string[]): Tag[] => {
  const bySlug = new Map<string, Tag>();
  for (const name of names) {
    const slug = slugOf(name);
    if (isTag(name) && !bySlug.has(slug)) bySlug.set(slug, { slug, name });
  }
  return [...bySlug.values()];
};

export const tagPath = (slug: string) => `/the/${slug}`;
