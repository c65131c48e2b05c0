import { type Declarations, parseDeclarations } from './declarations.ts';

/** A pasted document without a style engine: a page's own policy removes `style` from whatever the browser parses for it. */
export type PastedNode = string | PastedComment | PastedElement;
export type PastedComment = { comment: string };
export type PastedElement = {
  /** In lower case; elements of Office keep their prefix: `o:p`. */
  tag: string;
  attributes: Readonly<Record<string, string>>;
  /** What its `style` attribute declares. */
  style: Declarations;
  children: readonly PastedNode[];
};

/** Levels of elements that are kept. The server refuses 100; the rules, which are recursive, need a bound. */
const depthLimit = 80;

export type TreeBuilder = {
  open(tag: string, attributes: Record<string, string>): void;
  close(): void;
  text(text: string): void;
  comment(text: string): void;
  /** What was built: the children of the document. */
  nodes: PastedNode[];
};

/** Builds a tree from the events of any parser. Elements below the limit of depth are left out, what is in them stays. */
export const createTreeBuilder = (): TreeBuilder => {
  const nodes: PastedNode[] = [];
  const open = [nodes];
  const add = (node: PastedNode) => open[Math.min(open.length, depthLimit) - 1]?.push(node);
  return {
    nodes,
    open(tag, attributes) {
      const children: PastedNode[] = [];
      const style = parseDeclarations(attributes.style ?? '');
      if (open.length < depthLimit) add({ tag, attributes, style, children });
      open.push(children);
    },
    close: () => void (open.length > 1 && open.pop()),
    text: (text) => void add(text),
    comment: (comment) => void add({ comment }),
  };
};

export const isElement = (node: PastedNode | undefined): node is PastedElement =>
  typeof node === 'object' && 'tag' in node;

export const isComment = (node: PastedNode | undefined): node is PastedComment =>
  typeof node === 'object' && 'comment' in node;

/** The text of nodes, as it is written. */
export const textOf = (nodes: readonly PastedNode[]): string =>
  nodes.map((node) => (isElement(node) ? textOf(node.children) : isComment(node) ? '' : node)).join('');

/** The elements below nodes, in the order of the document. */
export function* elementsOf(nodes: readonly PastedNode[]): Generator<PastedElement> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsOf(node.children);
  }
}

/** A tree whose every element is replaced by what `change` makes of it, children before their parent. */
export const mapElements = (
  nodes: readonly PastedNode[],
  change: (element: PastedElement) => readonly PastedNode[],
): PastedNode[] =>
  nodes.flatMap((node) =>
    isElement(node) ? change({ ...node, children: mapElements(node.children, change) }) : [node],
  );
