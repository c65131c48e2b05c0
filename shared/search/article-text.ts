import { withoutEntities } from '../text/plain-text.ts';

/** The searchable fields of an article besides title and summary. */
export type Searchable = {
  body: string;
  tags: readonly string[];
  author: string;
  gallery: readonly { caption: string }[];
};

/** The searchable text of an article without title and summary, block by block. */
export const searchableBlocks = ({ body, tags, author, gallery }: Searchable): string[] => [
  ...textBlocks(body),
  ...gallery.map(({ caption }) => caption),
  ...tags,
  author,
];

/** Inline elements; every other element ends a block. */
const inlineTag = /<\/?(?:a|strong|em|sub|sup|img|br)(?:\s[^>]*)?>/g;

/** The text of a sanitized body, one string for each paragraph, heading or cell. */
export const textBlocks = (body: string): string[] =>
  body
    .replace(inlineTag, (tag) => (tag.startsWith('<br') || tag.startsWith('<img') ? ' ' : ''))
    .split(/<[^>]*>/)
    .map((block) => withoutEntities(block).replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
