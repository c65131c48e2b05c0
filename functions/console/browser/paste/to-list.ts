import { make } from './elements.ts';
import { numberInStyle } from './list-marker.ts';
import { isElement, type PastedElement, type PastedNode } from './pasted-tree.ts';
import { type FlowContext, inner, toBlocks, type Within } from './to-blocks.ts';

/** A list, or paragraphs that begin with their markers where the list counts in letters or Roman numerals. */
export const toList = (list: PastedElement, within: Within, context: FlowContext): PastedElement[] => {
  const entries = entriesOf(list);
  if (entries.some(({ marker }) => marker !== undefined))
    return toBlocks(
      entries.map(({ children, marker }) =>
        make('div', marker ? withPrefix(children, `${marker}. `) : children),
      ),
      within,
      context,
    );
  const items: PastedElement[] = [];
  for (const { children } of entries) {
    const blocks = toBlocks(children, inner(within), context);
    const previous = items.at(-1);
    // A list within a list, without an item of its own, belongs to the item before it.
    if (blocks.length > 0 && blocks.every(isList) && previous)
      items[items.length - 1] = { ...previous, children: [...previous.children, ...blocks] };
    else if (blocks.length > 0) items.push(make('li', itemContent(blocks)));
  }
  if (items.length === 0) return [];
  const start = startOf(list);
  return [make(list.tag, items, list.tag === 'ol' && start !== 1 ? { start: String(start) } : {})];
};

type Entry = { children: readonly PastedNode[]; marker?: string | undefined };

const isList = ({ tag }: PastedElement) => tag === 'ul' || tag === 'ol';

const startOf = ({ attributes }: PastedElement): number =>
  /^\d{1,6}$/.test(attributes.start ?? '') ? Number(attributes.start) : 1;

/** The items of a list with their letters and Roman numerals. Whatever else is in the list is an item too. */
const entriesOf = (list: PastedElement): Entry[] => {
  const entries: Entry[] = [];
  let number = startOf(list);
  for (const node of list.children) {
    if (isElement(node) && node.tag === 'li') {
      const style =
        node.style.get('list-style-type') ?? list.style.get('list-style-type') ?? list.attributes.type;
      const marker = list.tag === 'ol' ? numberInStyle(number, style ?? '') : undefined;
      entries.push({ children: [{ ...node, tag: 'div' }], marker });
      number += 1;
    } else if (typeof node !== 'string' || node.trim() !== '') entries.push({ children: [node] });
  }
  return entries;
};

/** One paragraph stands in its item without an element; several keep theirs. */
const itemContent = (blocks: readonly PastedElement[]): readonly PastedNode[] => {
  const [first, ...rest] = blocks;
  return first?.tag === 'p' && rest.every(isList) ? [...first.children, ...rest] : blocks;
};

/** Puts text before the first text of nodes. */
const withPrefix = (nodes: readonly PastedNode[], prefix: string): PastedNode[] => {
  const index = nodes.findIndex((node) => (typeof node === 'string' ? node.trim() !== '' : isElement(node)));
  const first = nodes[index];
  if (!isElement(first) || !/^(?:div|p|h[1-6])$/.test(first.tag)) return [prefix, ...nodes];
  return nodes.toSpliced(index, 1, { ...first, children: withPrefix(first.children, prefix) });
};
