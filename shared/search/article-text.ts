import { decodeEntities } from '../text/plain-text.ts';

/** The searchable parts of an article besides its title and summary. */
export type SearchableArticle = {
  body: string;
  tags: readonly string[];
  author: string;
  gallery: readonly { caption: string }[];
};

/** All text of an article but its title and summary, block by block. */
export const searchableBlocks = ({ body, tags, author, gallery }: SearchableArticle): string[] => [
  ...textBlocks(body),
  ...gallery.map(({ caption }) => caption),
  ...tags,
  author,
];

/** Inline elements; every other element ends a block. */
const inlineTag = /<\/?(?:a|strong|em|sub|sup|img|br)(?:\s[^>]*)?>/g;

/** The text of a sanitized body by block: a paragraph, a heading, a table cell. */
export const textBlocks = (body: string): string[] =>
  body
    .replace(inlineTag, (tag) => (tag.startsWith('<br') || tag.startsWith('<img') ? ' ' : ''))
    .split(/<[^>]*>/)
    .map((block) => decodeEntities(block).replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
