/**
 * How an outermost block was written when the body was opened, kept on the first of the nodes it was parsed into. It stands for them while
 * they are written canonically as they were then: a block that nobody edited, or whose edits were undone, is saved byte for byte.
 */
export type Source = {
  /** White space before the block. Kept even when the block changes. */
  before: string;
  html: string;
  /** The nodes as the serializer writes them. */
  canonical: string;
  /** Number of nodes. */
  count: number;
  /** Text directly in the body: next to another such block the two would be one. */
  isText: boolean;
};
