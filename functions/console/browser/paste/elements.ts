import type { PastedElement, PastedNode } from './pasted-tree.ts';

/** Elements that begin a line of their own. */
const blockTags = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const blockDisplay = /^(?:block|flex|grid|list-item|table)/;

export const isBlock = ({ tag, style }: PastedElement): boolean =>
  blockTags.has(tag) || blockDisplay.test(style.get('display') ?? '');

/** An element of a body: nothing but its name, its allowed attributes and its content. */
export const make = (
  tag: string,
  children: readonly PastedNode[],
  attributes: Record<string, string> = {},
): PastedElement => ({ tag, attributes, style: new Map(), children });
