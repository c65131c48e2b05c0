import type { Mark, Node } from 'prosemirror-model';
import { linkAttributes } from '../../../../shared/articles/link-attributes.ts';
import { imagePath } from '../../../../shared/images/image.ts';
import { withoutControls } from '../../../../shared/text/characters.ts';
import { isPendingPicture } from '../paste/pending-picture.ts';
import type { Source } from './source.ts';

/** An outermost block as canonical HTML, '' for one that the sanitizer would remove. */
export type WriteBlock = (node: Node) => string;

/** Outermost blocks with what they are written as. */
export type WrittenBlocks = WeakMap<Node, string>;

/**
 * A document as sanitized HTML: outermost blocks that are as they were opened byte for byte as they were, the others canonically.
 * `write` may remember what `writeBlock` wrote of a node.
 */
export const serializeBody = (doc: Node, write: WriteBlock = writeBlock): string =>
  pieces(doc, write)
    .map(({ before, html }) => before + html)
    .join('')
    .trim();

/** An outermost block as written, the white space before it, and the index of its first node in the document. */
export type Piece = { html: string; before: string; index: number };

/** The same in pieces. */
export const pieces = ({ children }: Node, write: WriteBlock): Piece[] => {
  const written: Piece[] = [];
  let afterText = false;
  for (let index = 0, next: number; index < children.length; index = next) {
    const source: Source | null = children[index]?.attrs.source ?? null;
    const after = index + (source?.count ?? 1);
    const isAsOpened: boolean =
      source !== null &&
      !(afterText && source.isText) &&
      source.canonical === children.slice(index, after).map(write).join('');
    const html =
      source && isAsOpened
        ? source.html
        : children
            .slice(index, index + 1)
            .map(write)
            .join('');
    next = isAsOpened ? after : index + 1;
    if (html === '') continue;
    written.push({ html, before: written.length > 0 ? (source?.before ?? '') : '', index });
    afterText = isAsOpened && source?.isText === true;
  }
  return written;
};

/** Writes a block canonically: `sanitizeBody` gives the result back unchanged. */
export const writeBlock: WriteBlock = (node) => {
  switch (node.type.name) {
    case 'paragraph':
      return isBlank(node) ? '' : element('p', {}, inline(node));
    case 'heading':
      return isBlank(node) ? '' : element(`h${node.attrs.level}`, {}, inline(node));
    case 'blockquote':
      return unlessEmpty('blockquote', children(node));
    case 'bullet_list':
      return element('ul', {}, children(node));
    case 'ordered_list':
      return element('ol', { start: node.attrs.start }, children(node));
    case 'list_item':
      return element('li', {}, flow(node));
    case 'captioned_table':
      return table(node.lastChild as Node, writeBlock(node.firstChild as Node));
    case 'table':
      return table(node, '');
    case 'figure':
      return unlessEmpty('figure', children(node));
    case 'caption':
    case 'figcaption':
      return isBlank(node) ? '' : element(node.type.name, {}, inline(node));
    case 'picture':
      return link(node.attrs.href, image(node.attrs.id));
    case 'horizontal_rule':
      return '<hr />';
    default:
      throw new Error(`No block: ${node.type.name}`);
  }
};

type Attributes = Record<string, string | number | null | undefined>;

/** The sanitizer drops empty attributes. */
const element = (name: string, attributes: Attributes, content: string) =>
  `${openTag(name, attributes)}${content}</${name}>`;

const openTag = (name: string, attributes: Attributes) =>
  `<${name}${Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escaped(String(value)).replaceAll('"', '&quot;')}"`)
    .join('')}>`;

const escaped = (text: string) =>
  withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unlessEmpty = (name: string, content: string) => (content === '' ? '' : element(name, {}, content));

const children = (node: Node) => node.children.map(writeBlock).join('');

/** The sanitizer removes paragraphs of white space, no-break spaces too. */
const isBlank = (node: Node): boolean =>
  node.textContent.trim() === '' &&
  !node.children.some(({ type, attrs }) => type.name === 'image' && !isPendingPicture(attrs.id));

const isBare = (node: Node | undefined) => node?.type.name === 'paragraph' && !node.attrs.hasTag;

/** What a list item or a cell holds. A paragraph without a tag is written without, unless the next one would run into it. */
const flow = (node: Node): string => {
  const blocks = node.children
    .map((child) => ({ child, html: writeBlock(child) }))
    .filter(({ html }) => html !== '');
  const isBareAt = (index: number) => isBare(blocks[index]?.child);
  return blocks
    .map(({ child, html }, index) =>
      isBareAt(index) && !isBareAt(index - 1) && !isBareAt(index + 1) ? inline(child) : html,
    )
    .join('');
};

const table = (node: Node, caption: string) => {
  let html = caption;
  let section = '';
  for (const row of node.children) {
    const { section: next, opensSection } = row.attrs;
    if (next !== section || opensSection) {
      html += section === '' ? `<${next}>` : `</${section}><${next}>`;
      section = next;
    }
    html += element('tr', {}, row.children.map(cell).join(''));
  }
  return element('table', {}, section === '' ? html : `${html}</${section}>`);
};

const spanOf = (cells: number) => (cells === 1 ? null : cells);

const cell = (node: Node) => {
  const { scope, colspan, rowspan } = node.attrs;
  const name = node.type.name === 'table_header' ? 'th' : 'td';
  return element(name, { scope, colspan: spanOf(colspan), rowspan: spanOf(rowspan) }, flow(node));
};

/** A picture that is not uploaded yet is not in the body. */
const image = (id: string) => (isPendingPicture(id) ? '' : `<img src="${imagePath(id)}" />`);

const link = (href: string | null, content: string) =>
  href === null || content === '' ? content : element('a', linkAttributes(href), content);

const openMark = ({ type, attrs }: Mark) =>
  type.name === 'link' ? openTag('a', linkAttributes(attrs.href)) : openTag(type.name, {});

const closeMark = ({ type }: Mark) => `</${type.name === 'link' ? 'a' : type.name}>`;

/** A text, picture or line break with its marks. */
type Run = { html: string; marks: readonly Mark[] };

/** The content of a text block with its white space collapsed, as browsers show it: https://drafts.csswg.org/css-text/#white-space-phase-1 */
const runsOf = (node: Node): Run[] => {
  const runs: Run[] = [];
  let afterSpace = true;
  for (const { isText, text = '', type, attrs, marks } of node.children) {
    if (isPendingPicture(attrs.id ?? '')) continue;
    if (!isText) {
      const isImage = type.name === 'image';
      runs.push({ html: isImage ? image(attrs.id) : '<br />', marks });
      afterSpace = !isImage;
      continue;
    }
    const collapsed = text.replace(/[ \t\n\f\r]+/g, ' ');
    const shown = afterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (shown === '') continue;
    runs.push({ html: escaped(shown), marks });
    afterSpace = shown.endsWith(' ');
  }
  return withoutTrailingSpace(runs);
};

const withoutTrailingSpace = (runs: Run[]): Run[] => {
  const last = runs.at(-1);
  if (!last?.html.endsWith(' ')) return runs;
  const html = last.html.slice(0, -1);
  return [...runs.slice(0, -1), ...(html === '' ? [] : [{ ...last, html }])];
};

const inline = (node: Node): string => {
  let written = '';
  let open: readonly Mark[] = [];
  const change = (marks: readonly Mark[]) => {
    const different = open.findIndex((mark, index) => !marks[index]?.eq(mark));
    const kept = different === -1 ? open.length : different;
    written += open.slice(kept).toReversed().map(closeMark).join('');
    written += marks.slice(kept).map(openMark).join('');
    open = marks;
  };
  for (const { html, marks } of runsOf(node)) {
    change(marks);
    written += html;
  }
  change([]);
  return written;
};
