import { Parser } from 'htmlparser2';

/** A paragraph, heading, list item, cell or caption of a body. */
export type Block = {
  /** The element: `p`, `h2`, `li`, `td` … */
  kind: string;
  /** Its text, with links, emphasis and pictures written out: a changed address is a change that must be seen. */
  text: string;
};

const blockTags = new Set([
  ...['p', 'h2', 'h3', 'h4', 'li', 'blockquote', 'figcaption', 'caption', 'th', 'td', 'tr', 'table'],
  ...['ul', 'ol', 'figure', 'thead', 'tbody', 'tfoot', 'hr', 'br'],
]);
const marks: Record<string, string> = { strong: '**', em: '_', sub: '~', sup: '^' };

/** A sanitized body as its blocks, in order, without empty ones. */
export const blocksOf = (body: string): Block[] => {
  const blocks: Block[] = [];
  const links: string[] = [];
  let kind = 'p';
  let text = '';
  const endBlock = (nextKind: string) => {
    const normalized = text.replace(/\s+/g, ' ').trim();
    if (normalized !== '') blocks.push({ kind, text: normalized });
    text = '';
    kind = nextKind;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (blockTags.has(name)) endBlock(name);
      text += marks[name] ?? '';
      if (name === 'a') {
        links.push(attributes.href ?? '');
        text += '[';
      }
      if (name === 'img') text += `![${attributes.src ?? ''}]`;
    },
    ontext(data) {
      text += data;
    },
    onclosetag(name) {
      text += marks[name] ?? '';
      if (name === 'a') text += `](${links.pop() ?? ''})`;
      if (blockTags.has(name)) endBlock('p');
    },
  });
  parser.end(body);
  endBlock('p');
  return blocks;
};

/** A sanitized body as its outermost elements, with the text between them. In any order they are well-formed. */
export const elementsOf = (body: string): string[] => {
  const elements: string[] = [];
  let depth = 0;
  let from = 0;
  const cut = (at: number) => {
    if (body.slice(from, at).trim() !== '') elements.push(body.slice(from, at));
    from = at;
  };
  const parser = new Parser({
    onopentag() {
      if (depth === 0) cut(parser.startIndex);
      depth += 1;
    },
    onclosetag() {
      depth -= 1;
      if (depth === 0) cut(parser.endIndex + 1);
    },
  });
  parser.end(body);
  cut(body.length);
  return elements;
};
