/** Letters that Unicode does not decompose, though a reader sees a plain letter with a mark (https://www.unicode.org/charts/PDF/U0100.pdf). */
const undecomposed: Record<string, string> = { đ: 'd', ð: 'd', ɖ: 'd' };

const maxLength = 80;

/**
 * A title as a path segment: lower case ASCII letters and digits joined by hyphens, at most 80 characters, cut between words.
 * `tin` when nothing of the title is left, so that a path never ends before its id.
 */
export const slugOf = (title: string): string => {
  const words = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[đðɖ]/g, (letter) => undecomposed[letter] ?? letter)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = (words[0] ?? 'tin').slice(0, maxLength);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > maxLength) break;
    slug += `-${word}`;
  }
  return slug;
};
