import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { ulidPattern } from '../../../../shared/ids.ts';
import { imagePath } from '../../../../shared/images/image.ts';
import { isKeptAddress } from './link-address.ts';
import { cellAttributes, rowAttributes } from './table-attributes.ts';

const ownImage = new RegExp(`^/images/(${ulidPattern})$`);

const imageIdOf = (element: HTMLElement): string | null =>
  ownImage.exec(element.getAttribute('src') ?? '')?.[1] ?? null;

const imageRule = (element: HTMLElement) => {
  const id = imageIdOf(element);
  return id !== null && { id };
};

const imageDom = (id: string): DOMOutputSpec => ['img', { src: imagePath(id), alt: '' }];

/** Outermost blocks carry how they were written: a `Source`. */
const block = (spec: NodeSpec): NodeSpec => ({
  ...spec,
  group: 'block',
  attrs: { ...spec.attrs, source: { default: null } },
});

const cell = (name: 'td' | 'th', spec: NodeSpec): NodeSpec => ({
  content: 'block+',
  isolating: true,
  ...spec,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, ...spec.attrs },
  toDOM: ({ attrs: { colspan, rowspan, scope } }) => [name, { colspan, rowspan, scope }, 0],
});

/** What holds its text directly, or in paragraphs with tags of their own. */
const textHolders = ['list_item', 'table_cell', 'table_header'];

/** Where such a paragraph begins: at a place for blocks, or after text without a tag. */
const inTextHolder = textHolders.flatMap((name) => [`${name}/`, `${name}/paragraph/`]).join('|');

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: block({
    content: 'inline*',
    /** Has a `p` of its own where its parent could hold the text directly. */
    attrs: { hasTag: { default: false } },
    parseDOM: [{ tag: 'p', context: inTextHolder, attrs: { hasTag: true } }, { tag: 'p' }],
    toDOM: () => ['p', 0],
  }),
  heading: block({
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 2 } },
    parseDOM: [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: ({ attrs }) => [`h${attrs.level}`, 0],
  }),
  blockquote: block({
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  }),
  bullet_list: block({
    content: 'list_item+',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  }),
  ordered_list: block({
    content: 'list_item+',
    /** As it was written: `3`. */
    attrs: { start: { default: null } },
    parseDOM: [{ tag: 'ol', getAttrs: (element) => ({ start: element.getAttribute('start') }) }],
    toDOM: ({ attrs: { start } }) => ['ol', { start }, 0],
  }),
  list_item: {
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  captioned_table: block({
    content: 'caption table',
    isolating: true,
    parseDOM: [{ tag: 'figure[data-table]' }],
    toDOM: () => ['figure', { 'data-table': '' }, 0],
  }),
  caption: {
    content: 'inline*',
    isolating: true,
    parseDOM: [{ tag: 'figcaption[data-table]' }],
    toDOM: () => ['figcaption', { 'data-table': '' }, 0],
  },
  table: block({
    content: 'table_row+',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  }),
  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    attrs: { section: { default: 'tbody' }, opensSection: { default: false } },
    parseDOM: [{ tag: 'tr', getAttrs: rowAttributes }],
    toDOM: ({ attrs: { section } }) => ['tr', { 'data-section': section }, 0],
  },
  table_cell: cell('td', {
    tableRole: 'cell',
    parseDOM: [{ tag: 'td', getAttrs: (element) => cellAttributes(element as HTMLTableCellElement) }],
  }),
  table_header: cell('th', {
    tableRole: 'header_cell',
    attrs: { scope: { default: null } },
    parseDOM: [
      {
        tag: 'th',
        getAttrs: (element) => ({
          ...cellAttributes(element as HTMLTableCellElement),
          scope: element.getAttribute('scope'),
        }),
      },
    ],
  }),
  figure: block({
    content: '(picture | block | figcaption)+',
    isolating: true,
    draggable: true,
    parseDOM: [{ tag: 'figure' }],
    toDOM: () => ['figure', 0],
  }),
  /** A picture directly in a figure. It may be a link. */
  picture: {
    attrs: { id: {}, href: { default: null } },
    parseDOM: [
      {
        tag: 'img',
        context: 'figure/',
        getAttrs: (element) => {
          const id = imageIdOf(element);
          return id !== null && { id, href: addressOf(element.closest('a')) };
        },
      },
    ],
    toDOM: ({ attrs }) => imageDom(attrs.id),
  },
  figcaption: {
    content: 'inline*',
    isolating: true,
    parseDOM: [{ tag: 'figcaption' }],
    toDOM: () => ['figcaption', 0],
  },
  horizontal_rule: block({ parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] }),
  text: { group: 'inline' },
  image: {
    group: 'inline',
    inline: true,
    draggable: true,
    attrs: { id: {} },
    parseDOM: [{ tag: 'img', getAttrs: imageRule }],
    toDOM: ({ attrs }) => imageDom(attrs.id),
  },
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
};

const addressOf = (link: Element | null): string | null => {
  const href = link?.getAttribute('href') ?? null;
  return href !== null && isKeptAddress(href) ? href : null;
};

const mark = (...tags: [string, ...string[]]): MarkSpec => ({
  parseDOM: tags.map((tag) => ({ tag })),
  toDOM: () => [tags[0], 0],
});

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = addressOf(element);
          return href !== null && { href };
        },
      },
    ],
    toDOM: ({ attrs: { href } }) => ['a', { href }, 0],
  },
  strong: mark('strong', 'b'),
  em: mark('em', 'i'),
  sub: mark('sub'),
  sup: mark('sup'),
};

/** What `sanitizeBody` allows, and nothing else. Marks are nested in this order: a link is outermost. */
export const schema = new Schema({ nodes, marks });
