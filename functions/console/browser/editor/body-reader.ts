import type { Node } from 'prosemirror-model';
import { wordCount } from '../../../../shared/text/word-count.ts';
import { pieces, serializeBody, type WrittenBlocks, writeBlock } from './serialize.ts';

/** What is asked of a document over and over. Each outermost block is written and counted once, until it changes. */
export type BodyReader = {
  /** What each block is written as. `parseBody` fills it, so that the first key does not wait for a whole body. */
  written: WrittenBlocks;
  body(doc: Node): string;
  /** Position before an outermost block of the body, by its index. Blocks that are not written, as empty paragraphs, do not count. */
  positionOf(doc: Node, blockIndex: number): number;
  words(doc: Node): number;
  /** UTF-8 bytes of the body. */
  bytes(doc: Node): number;
};

const remembered =
  <Value>(compute: (node: Node) => Value, values = new WeakMap<Node, Value>()): ((node: Node) => Value) =>
  (node) => {
    const known = values.get(node);
    if (known !== undefined) return known;
    const value = compute(node);
    values.set(node, value);
    return value;
  };

const wordsOf = (node: Node): number => wordCount(node.textBetween(0, node.content.size, ' ', ' '));

const byteLength = (text: string) => new TextEncoder().encode(text).length;

export const createBodyReader = (): BodyReader => {
  const written: WrittenBlocks = new WeakMap();
  const write = remembered(writeBlock, written);
  const words = remembered(wordsOf);
  const canonicalBytes = remembered((node) => byteLength(write(node)));
  const bytes = remembered((doc) =>
    pieces(doc, write).reduce((sum, { before, html, index }) => {
      const node = doc.child(index);
      return sum + before.length + (html === write(node) ? canonicalBytes(node) : byteLength(html));
    }, 0),
  );
  return {
    written,
    body: remembered((doc) => serializeBody(doc, write)),
    positionOf: (doc, blockIndex) => {
      const index = pieces(doc, write).at(blockIndex)?.index ?? 0;
      return doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    },
    words: (doc) => doc.children.reduce((sum, block) => sum + words(block), 0),
    bytes,
  };
};
