import { headingLevel } from './heading-level.ts';
import { listMarker } from './list-marker.ts';
import { isComment, isElement, type PastedElement, type PastedNode, textOf } from './pasted-tree.ts';

/**
 * Makes lists of Word's paragraphs with `mso-list`. Word draws the marker as text, in an element with `mso-list:Ignore` or between the
 * comments `[if !supportLists]` and `[endif]`.
 */
export const makeWordLists = (nodes: readonly PastedNode[]): PastedNode[] => {
  const made: PastedNode[] = [];
  let open: OpenList[] = [];
  for (const node of nodes) {
    const item = isElement(node) ? readItem(node) : undefined;
    if (item?.list !== undefined) {
      open = addItem(made, open, item, item.list);
      continue;
    }
    if (isElement(node) || (typeof node === 'string' && node.trim() !== '')) open = [];
    if (item) made.push(item.element);
    else made.push(isElement(node) ? { ...node, children: makeWordLists(node.children) } : node);
  }
  return made;
};

type OpenList = { level: number; tag: 'ul' | 'ol'; nextNumber: number; items: PastedElement[] };
type Item = { element: PastedElement; level: number; list?: { tag: 'ul' | 'ol'; number: number } };

/** A paragraph with a marker that Word drew; one that is no item of `ul` or `ol` has it as text. */
const readItem = (element: PastedElement): Item | undefined => {
  if (!/^(?:p|div|h[1-6])$/.test(element.tag)) return;
  const declared = element.style.get('mso-list') ?? '';
  if (declared === '' && !/\bMsoList/.test(element.attributes.class ?? '')) return;
  const { marker, rest } = takeMarker(element.children);
  if (marker === undefined) return;
  const level = Number(/level(\d)/.exec(declared)?.[1] ?? 1);
  const list = headingLevel(element) === undefined ? listMarker(marker) : undefined;
  if (list) return { level, list, element: { ...element, tag: 'li', children: rest } };
  return { level, element: { ...element, children: [`${marker} `, ...rest] } };
};

/** The marker of a paragraph and its children without it. */
const takeMarker = (nodes: readonly PastedNode[]): { marker?: string; rest: PastedNode[] } => {
  const start = nodes.findIndex((node) => isComment(node) && /^\[if !supportLists\]/.test(node.comment));
  const end = nodes.findIndex(
    (node, at) => at > start && isComment(node) && node.comment.includes('[endif]'),
  );
  if (start >= 0 && end > start)
    return {
      marker: textOf(nodes.slice(start, end)).trim(),
      rest: [...nodes.slice(0, start), ...nodes.slice(end + 1)],
    };
  for (const [index, node] of nodes.entries()) {
    if (!isElement(node)) continue;
    const isMarker = node.style.get('mso-list')?.toLowerCase() === 'ignore';
    const inner = isMarker ? { marker: textOf([node]).trim(), rest: [] } : takeMarker(node.children);
    if (inner.marker === undefined) continue;
    const replacement = isMarker ? [] : [{ ...node, children: inner.rest }];
    return { marker: inner.marker, rest: nodes.toSpliced(index, 1, ...replacement) };
  }
  return { rest: [...nodes] };
};

/** Adds an item to the list of its level, or to a new one below the item before it. Returns the lists that are open then. */
const addItem = (
  made: PastedNode[],
  open: readonly OpenList[],
  { element, level }: Item,
  { tag, number }: { tag: 'ul' | 'ol'; number: number },
): OpenList[] => {
  const outer = open.filter((list) => list.level < level);
  const same = open.find((list) => list.level === level);
  if (same && same.tag === tag && (tag === 'ul' || same.nextNumber === number)) {
    same.items.push(element);
    same.nextNumber = number + 1;
    return [...outer, same];
  }
  const items = [element];
  const attributes: Record<string, string> = tag === 'ol' && number !== 1 ? { start: String(number) } : {};
  const list = { tag, attributes, style: new Map(), children: items };
  const parent = outer.at(-1)?.items;
  const last = parent?.pop();
  if (parent && last) parent.push({ ...last, children: [...last.children, list] });
  else made.push(list);
  return [...outer, { level, tag, nextNumber: number + 1, items }];
};
