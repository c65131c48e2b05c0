/** What the checklist needs of a body, in reading order. `block` is the index among the outermost elements. */
export type OutlineItem = { block: number } & (
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'link'; text: string }
  | { kind: 'table'; hasHeader: boolean }
  | { kind: 'picture'; image: string }
);
export type BodyOutline = { items: readonly OutlineItem[]; hasText: boolean };

const imageIdOf = (src: string) => src.slice(src.lastIndexOf('/') + 1);
const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The outline of a sanitized body, from a document that is not shown. */
export const outlineOf = (body: HTMLElement): BodyOutline => {
  // Text between the outermost elements is a paragraph of its own in the editor.
  const blocks = [...body.childNodes].filter(
    (node) => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim(),
  );
  const items = blocks.flatMap((node, block) => {
    if (!(node instanceof Element)) return [];
    const found = [...node.querySelectorAll('h2, h3, h4, a, table, img')];
    const elements = node.matches('h2, h3, h4, a, table, img') ? [node, ...found] : found;
    return elements.map((element) => ({ block, ...itemOf(element) }) as OutlineItem);
  });
  return { items, hasText: textOf(body) !== '' };
};

const itemOf = (element: Element) => {
  switch (element.localName) {
    case 'a':
      return { kind: 'link', text: textOf(element) };
    case 'table':
      return { kind: 'table', hasHeader: element.querySelector('th') !== null };
    case 'img':
      return { kind: 'picture', image: imageIdOf(element.getAttribute('src') ?? '') };
    default:
      return { kind: 'heading', level: Number(element.localName.slice(1)), text: textOf(element) };
  }
};
