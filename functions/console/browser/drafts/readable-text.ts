import { ulidPattern } from '../../../../shared/ids.ts';
import { decodeEntities } from '../../../../shared/text/plain-text.ts';

const blockTag =
  /<\/?(?:p|h[2-4]|ul|ol|li|blockquote|table|caption|thead|tbody|tfoot|tr|figure|figcaption|hr)(?:\s[^<>]*)?>/g;
const rule = /<hr \/>/g;
const lineBreak = /<br \/>/g;
const listItem = /<li>/g;
const cellEnd = /<\/t[hd]><t[hd](?:\s[^<>]*)?>/g;
const link = /<a href="([^"]*)"[^<>]*>(.*?)<\/a>/gs;
const anyTag = /<[^<>]*>/g;
const imageId = new RegExp(`<img src="/images/(${ulidPattern})" />`, 'g');

/**
 * Sanitized HTML as people read it: a line for each block, list items and cells set apart, and addresses written out, for a changed
 * address must be seen. Bold and italics are not told.
 */
export const readableText = (html: string): string =>
  decodeEntities(
    html
      .replace(rule, '\n———\n')
      .replace(lineBreak, '\n')
      .replace(listItem, '\n• ')
      .replace(cellEnd, ' | ')
      .replace(link, (_, href: string, text: string) => `${text} (${href})`)
      .replace(blockTag, '\n')
      .replace(anyTag, ''),
  )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .replace(/•\s+/g, '• ')
    .trim();

/** The images in sanitized HTML, in order. */
export const imagesIn = (html: string): string[] => Array.from(html.matchAll(imageId), ([, id = '']) => id);
