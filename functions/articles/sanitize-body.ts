import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { ulidPattern } from '../../shared/ids.ts';

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

/** A link that leaves the site passes no rank on: planted gambling links are after nothing else. */
const externalLink = { rel: 'nofollow noopener' };

/** An image of this site, by its id. Its description is stored with the image. Other addresses are not allowed. */
const ownImagePath = new RegExp(`^/images/${ulidPattern}$`);

const allowedTags = Object.keys(allowedAttributes);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Markup that was removed from a body, and how often: `script`, `p[style]`, `a[href]`, `foreign img`, `control-character`. */
export type Removed = { what: string; count: number };

/** Sanitizes a body by the allow list and reports what was removed. Idempotent: its own output comes back unchanged. */
export const sanitizeBody = (input: string): { body: string; removed: Removed[] } => {
  const normalized = input.replace(/\r\n?/g, '\n');
  const text = normalized.replace(controlCharacters, '');
  const body = untilStable(text, (html) => sanitizeHtml(html, policy).trim());
  const controlCount = normalized.length - text.length;
  return {
    body,
    removed: [
      ...removedMarkup(countMarkup(text), countMarkup(body)),
      ...(controlCount > 0 ? [{ what: 'control-character', count: controlCount }] : []),
    ],
  };
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
    a: (tagName, { href }) => ({
      tagName,
      attribs: href === undefined ? {} : { href, ...(/^https?:/i.test(href.trim()) && externalLink) },
    }),
  },
  exclusiveFilter: ({ tag, text, attribs, mediaChildren }) =>
    tag === 'img'
      ? !ownImagePath.test(attribs.src ?? '')
      : tag === 'p' && text.trim() === '' && !mediaChildren?.length,
};

/** Repeats `step` until nothing changes: dropping or renaming an element can leave a paragraph within a paragraph. */
const untilStable = (html: string, step: (html: string) => string): string => {
  const next = step(html);
  return next === html ? html : untilStable(next, step);
};

/** Counts each element and attribute, under its name after sanitizing. */
const countMarkup = (html: string): Map<string, number> => {
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag = renamedElements[name] ?? name;
      if (tag !== 'img') count(tag);
      else if (!ownImagePath.test(attributes.src ?? '')) return void count('foreign img');
      for (const attribute of Object.keys(attributes)) if (attribute !== 'rel') count(`${tag}[${attribute}]`);
    },
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
