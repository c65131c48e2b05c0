import { inertDocument } from '../ui/trusted-types.ts';
import { assertShallow } from './assert-shallow.ts';
import { hiddenSheet, hiddenStyle, hideStyles } from './hide-styles.ts';
import { createTreeBuilder, type PastedNode } from './pasted-tree.ts';

/** The tree of HTML, parsed by the browser. Throws a PortalSentence for HTML that is too deeply nested. */
export const treeOfHtml = (html: string): readonly PastedNode[] => {
  assertShallow(html);
  return treeOf(inertDocument(hideStyles(html)).documentElement);
};

const nameOf = (element: Element) => (element.localName === hiddenSheet ? 'style' : element.localName);

const attributesOf = (element: Element) =>
  Object.fromEntries(
    Array.from(element.attributes, ({ name, value }) => [name === hiddenStyle ? 'style' : name, value]),
  );

const treeOf = (root: Node): readonly PastedNode[] => {
  const builder = createTreeBuilder();
  const enter = (node: Node) => {
    if (node instanceof Element) builder.open(nameOf(node), attributesOf(node));
    else if (node.nodeType === Node.COMMENT_NODE) builder.comment(node.nodeValue ?? '');
    else if (node.nodeType === Node.TEXT_NODE) builder.text(node.nodeValue ?? '');
  };
  const leave = (node: Node) => {
    if (node instanceof Element) builder.close();
  };
  let node: Node | null = root;
  while (node) {
    enter(node);
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling && node !== root) {
      leave(node);
      node = node.parentNode;
    }
    if (!node || node === root) break;
    leave(node);
    node = node.nextSibling;
  }
  return builder.nodes;
};
