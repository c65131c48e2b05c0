import { isElement, type PastedNode } from './pasted-tree.ts';

const voidTags = new Set(['br', 'hr', 'img']);

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeValue = (value: string) => escapeText(value).replaceAll('"', '&quot;');

/** HTML in the server's own form: https://github.com/apostrophecms/sanitize-html writes void elements as `<br />`. */
export const toHtml = (nodes: readonly PastedNode[]): string =>
  nodes
    .map((node) => {
      if (!isElement(node)) return typeof node === 'string' ? escapeText(node) : '';
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}="${escapeValue(value)}"`,
      );
      const start = `<${node.tag}${attributes.join('')}`;
      return voidTags.has(node.tag) ? `${start} />` : `${start}>${toHtml(node.children)}</${node.tag}>`;
    })
    .join('');
