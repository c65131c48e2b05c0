const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/** Decodes the HTML entities that the sanitizer writes. */
export const decodeEntities = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] ?? ' ');

/** The text of a sanitized body, in one line. */
export const plainText = (body: string): string =>
  decodeEntities(body.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();
