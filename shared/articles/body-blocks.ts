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
