import { withoutEntities } from '../text/plain-text.ts';

/** What readers may look for in an article besides its title and its summary. */
export type Searchable = {
  body: string;
  tags: readonly string[];
  author: string;
  gallery: readonly { caption: string }[];
};

/** All of an article's text but its title and its summary, block by block. */
export const searchableBlocks = ({ body, tags, author, gallery }: Searchable): string[] => [
  ...textBlocks(body),
  ...gallery.map(({ caption }) => caption),
  ...tags,
  author,
];

/** Elements that stand within a line; every other ends one. */
const inlineTag = /<\/?(?:a|strong|em|sub|sup|img|br)(?:\s[^>]*)?>/g;

/** The text of a sanitized body, a block of it each: a paragraph, a heading, a cell. */
export const textBlocks = (body: string): string[] =>
  body
    .replace(inlineTag, (tag) => (tag.startsWith('<br') || tag.startsWith('<img') ? ' ' : ''))
    .split(/<[^>]*>/)
    .map((block) => withoutEntities(block).replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
