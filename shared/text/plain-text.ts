const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/** Decodes the entities that sanitizing writes. */
export const withoutEntities = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] ?? ' ');

/** A sanitized body as plain text, on one line. */
export const plainText = (body: string): string =>
  withoutEntities(body.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();
