const maxLength = 200;

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/** A sanitized body as plain text, in one line. */
export const plainText = (body: string): string =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] ?? ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();

/** The first 200 characters of a sanitized body as plain text, cut after a word: the summary of an article that has none. */
export const excerpt = (body: string): string => {
  const text = plainText(body);
  if (text.length <= maxLength) return text;
  return `${text
    .slice(0, text.lastIndexOf(' ', maxLength) + 1 || maxLength)
    .trimEnd()
    .toWellFormed()}…`;
};
