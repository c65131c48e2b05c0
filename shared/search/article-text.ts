const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/** Elements that stand within a line; every other ends one. */
const inlineTag = /<\/?(?:a|strong|em|sub|sup|img|br)(?:\s[^>]*)?>/g;

/** The text of a sanitized body, a block of it each: a paragraph, a heading, a cell. */
export const textBlocks = (body: string): string[] =>
  body
    .replace(inlineTag, (tag) => (tag.startsWith('<br') || tag.startsWith('<img') ? ' ' : ''))
    .split(/<[^>]*>/)
    .map((block) =>
      block
        .replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] ?? ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((block) => block !== '');
