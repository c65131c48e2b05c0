import { elementsOf, mapElements, type PastedElement, type PastedNode, textOf } from './pasted-tree.ts';

const noteList = /^(?:footnote|endnote)-list$/;
/** How mammoth names the items of its list of notes. */
const noteItemId = /^(?:foot|end)note-\d+$/;

const isNote = ({ tag, attributes, style }: PastedElement) =>
  /^(?:footnote|endnote)$/.test(style.get('mso-element') ?? '') ||
  (tag === 'li' && noteItemId.test(attributes.id ?? ''));

/** A note's text without its number and its links back. */
const noteText = ({ children }: PastedElement) => {
  const withoutLinks = mapElements(children, (element) =>
    element.tag === 'a' && element.attributes.href?.startsWith('#') ? [] : [element],
  );
  return textOf(withoutLinks).replace(/\s+/g, ' ').trim();
};

/** Writes footnotes and endnotes in brackets where they are referred to: a page on the web has no foot. */
export const insertNotes = (nodes: readonly PastedNode[]): readonly PastedNode[] => {
  const notes = new Map(
    Array.from(elementsOf(nodes))
      .filter(isNote)
      .map((note) => [note.attributes.id ?? '', noteText(note)]),
  );
  if (notes.size === 0) return nodes;
  return mapElements(nodes, (element) => {
    if (isNote(element) || noteList.test(element.style.get('mso-element') ?? '')) return [];
    const text = element.tag === 'a' ? notes.get(referredNote(element.attributes.href ?? '')) : undefined;
    return [text === undefined ? element : inBrackets(text)];
  });
};

/** `#_ftn1` of Word refers to `ftn1`, `#footnote-1` of mammoth to `footnote-1`. */
const referredNote = (href: string) => href.slice(href.lastIndexOf('#') + 1).replace(/^_/, '');

const inBrackets = (text: string): PastedElement => ({
  tag: 'span',
  attributes: {},
  style: new Map([['vertical-align', 'baseline']]),
  children: [` [${text}]`],
});
