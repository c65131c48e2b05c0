import { createTreeBuilder, type PastedNode } from './pasted-tree.ts';

/** The tree of a parsed document, of any depth. */
export const treeOfDocument = (page: Document): readonly PastedNode[] => {
  const builder = createTreeBuilder();
  const enter = (node: Node) => {
    if (node instanceof Element)
      builder.open(
        node.localName,
        Object.fromEntries(Array.from(node.attributes, ({ name, value }) => [name, value])),
      );
    else if (node.nodeType === Node.COMMENT_NODE) builder.comment(node.nodeValue ?? '');
    else if (node.nodeType === Node.TEXT_NODE) builder.text(node.nodeValue ?? '');
  };
  const leave = (node: Node) => {
    if (node instanceof Element) builder.close();
  };
  const root: Node = page.documentElement;
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
