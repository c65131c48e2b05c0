import { slugOf } from './slug.ts';

/** A tag as it stands in an address, and as an editor wrote it. */
export type Tag = { slug: string; name: string };

const hasLetterOrDigit = /[\p{Letter}\p{Number}]/u;

/** Whether anything of a tag is left in an address. */
export const isTag = (text: string) => hasLetterOrDigit.test(text);

/** The tags of an article, each address once: “Chuyển đổi số” and “chuyển đổi số” are one. */
export const tagsOf = (names: readonly string[]): Tag[] => {
  const bySlug = new Map<string, Tag>();
  for (const name of names) {
    const slug = slugOf(name);
    if (isTag(name) && !bySlug.has(slug)) bySlug.set(slug, { slug, name });
  }
  return [...bySlug.values()];
};

export const tagPath = (slug: string) => `/the/${slug}`;
