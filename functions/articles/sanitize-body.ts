import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { linkAttributes } from '../../shared/articles/link-attributes.ts';
import { ulidPattern } from '../../shared/ids.ts';
import { withoutControls } from '../../shared/text/characters.ts';
import { assertNesting, tooDeep } from './assert-nesting.ts';

/** Elements of a body and the attributes each may have. Everything else is removed; its text stays, except that of scripts and styles. */
const allowedAttributes: Record<string, string[]> = {
  h2: [],
  h3: [],
  h4: [],
  p: [],
  br: [],
  hr: [],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  a: ['href'],
  strong: [],
  em: [],
  sub: [],
  sup: [],
  figure: [],
  figcaption: [],
  img: ['src'],
};

/** Elements that Word and old editors write, by the element that they mean. The page's own title is its only h1. */
const renamedElements: Record<string, string> = {
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
  b: 'strong',
  i: 'em',
  div: 'p',
};

/** An image of this site, by its id. Its description is stored with the image. Other addresses are not allowed. */
const ownImagePath = new RegExp(`^/images/${ulidPattern}$`);

const controlCharacter = 'control-character';

const allowedTags = Object.keys(allowedAttributes);

/** Passes until sanitizing changes nothing. What people write and paste needs two or three. */
const passLimit = 20;

/** Markup that was removed from a body, and how often: `script`, `p[style]`, `a[href]`, `foreign img`, `control-character`. */
export type Removed = { what: string; count: number };

/**
 * Sanitizes a body by the allow list and reports what was removed. Idempotent: its own output comes back unchanged. Throws
 * `invalid_fields` for markup that is too deeply nested to be sanitized in bounded time.
 */
export const sanitizeBody = (input: string): { body: string; removed: Removed[] } => {
  const normalized = input.replace(/\r\n?/g, '\n');
  const text = withoutControls(normalized);
  assertNesting(text);
  const before = countMarkup(text);
  const body = untilStable(text, sanitizeOnce, passLimit);
  before.set(controlCharacter, (before.get(controlCharacter) ?? 0) + normalized.length - text.length);
  return { body, removed: removedMarkup(before, countMarkup(body)) };
};

const policy: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: { ...allowedAttributes, a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    ...Object.fromEntries(
      Object.entries(renamedElements).map(([from, to]) => [from, sanitizeHtml.simpleTransform(to, {})]),
    ),
    // An element without a name is not allowed.
    img: (tagName, { src = '' }) =>
      ownImagePath.test(src) ? { tagName, attribs: { src } } : { tagName: '', attribs: {} },
    a: (tagName, { href }) => ({ tagName, attribs: href === undefined ? {} : linkAttributes(href) }),
  },
};

/** A paragraph of sanitized HTML without text and images. No paragraph is in another one: a match ends at the next tag of one. */
const emptyParagraph = /<p>(?:\s|<(?!\/?p>|img )[^>]*>)*<\/p>/g;

/** One pass. Linear in the length of the body: the sanitizer's own filter copies what it has written at every element that it drops. */
const sanitizeOnce = (html: string): string =>
  withoutControls(sanitizeHtml(html, policy)).replace(emptyParagraph, '').trim();

/** Repeats `step` until nothing changes: dropping or renaming an element can leave a paragraph within a paragraph. */
const untilStable = (html: string, step: (html: string) => string, passes: number): string => {
  if (passes === 0) throw tooDeep();
  const next = step(html);
  return next === html ? html : untilStable(next, step, passes - 1);
};

/** How many control characters a text has. */
const controlsIn = (text: string): number => text.length - withoutControls(text).length;

/** Counts each element and attribute, under its name after sanitizing, and the control characters. */
const countMarkup = (html: string): Map<string, number> => {
  const counts = new Map<string, number>();
  const count = (what: string, times = 1) => counts.set(what, (counts.get(what) ?? 0) + times);
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag = renamedElements[name] ?? name;
      if (tag !== 'img') count(tag);
      else if (!ownImagePath.test(attributes.src ?? '')) return void count('foreign img');
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute !== 'rel') count(`${tag}[${attribute}]`);
        count(controlCharacter, controlsIn(value));
      }
    },
    ontext: (text) => count(controlCharacter, controlsIn(text)),
    oncomment: () => count('comment'),
  });
  parser.end(html);
  return counts;
};

/** The counts that decreased. Empty paragraphs are not reported, nor attributes of a removed element. */
const removedMarkup = (before: Map<string, number>, after: Map<string, number>): Removed[] =>
  [...before]
    .map(([what, count]) => ({ what, count: count - (after.get(what) ?? 0) }))
    .filter(({ what, count }) => {
      const isAttribute = what.includes('[');
      return count > 0 && isAttribute === allowedTags.includes(what.split('[')[0] ?? '');
    });
