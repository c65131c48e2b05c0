import { isBlock, make } from './elements.ts';
import { headingLevel } from './heading-level.ts';
import type { LeftOutCounter } from './left-out.ts';
import { isGarbled, isLegacyFont } from './legacy-fonts.ts';
import { createLine } from './line.ts';
import { isElement, type PastedElement, type PastedNode } from './pasted-tree.ts';
import { safeLink } from './safe-link.ts';
import { type Marks, marksWithin, plain } from './text-marks.ts';
import { toList } from './to-list.ts';
import { toTable } from './to-table.ts';

export type FlowContext = {
  leftOut: LeftOutCounter;
  /** Called for text in a font of before Unicode. */
  onGarbled: () => void;
};

/** What holds within an element: its marks, whether line feeds are breaks, whether its font is one of before Unicode. */
export type Within = {
  marks: Marks;
  keepsLines: boolean;
  legacyFont: boolean;
  /** Headings and header cells are bold by themselves. */
  boldAnyway: boolean;
  /** Within items, quotes and cells headings are bold paragraphs; within cells tables are paragraphs too. */
  place: 'body' | 'inner' | 'cell';
};

export const outermost: Within = {
  marks: plain,
  keepsLines: false,
  legacyFont: false,
  boldAnyway: false,
  place: 'body',
};

/**
 * The blocks of a body: paragraphs, headings (`h0`…`h9`, by their level in the source), lists, quotes, tables and rules. Elements that a
 * body does not have are replaced by what is in them.
 */
export const toBlocks = (
  nodes: readonly PastedNode[],
  within: Within,
  context: FlowContext,
): PastedElement[] => {
  const blocks: PastedElement[] = [];
  const line = createLine();
  const endLine = (tag: string) => {
    for (const children of line.take()) blocks.push(make(tag, children));
  };

  const add = (made: readonly PastedElement[]) => {
    for (const block of made) blocks.push(block);
  };

  const flow = (children: readonly PastedNode[], inside: Within, tag: string): void => {
    for (const child of children) {
      if (typeof child === 'string') addText(child, inside);
      else if (isElement(child)) addElement(child, inside, tag);
    }
  };

  const addText = (text: string, { marks, keepsLines, legacyFont, boldAnyway }: Within) => {
    if (legacyFont && isGarbled(text)) context.onGarbled();
    for (const [index, part] of (keepsLines ? text.split(/\r\n?|\n/) : [text]).entries()) {
      if (index > 0) line.break();
      line.text(part, boldAnyway ? { ...marks, strong: false } : marks);
    }
  };

  const addElement = (element: PastedElement, outer: Within, tag: string) => {
    const inside = enter(element, outer, context);
    switch (element.tag) {
      case 'br':
        if (!element.style.get('page-break-before')) line.break();
        return;
      case 'img':
        return line.picture(make('img', [], { src: element.attributes.src ?? '' }));
      case 'hr':
        endLine(tag);
        return add([make('hr', [])]);
      case 'ul':
      case 'ol':
        endLine(tag);
        return add(toList(element, inside, context));
      case 'table':
        if (inside.place === 'cell') break;
        endLine(tag);
        return add(toTable(element, inside, context));
      case 'blockquote': {
        endLine(tag);
        const quoted = toBlocks(element.children, inner(inside), context);
        return add(quoted.length > 0 ? [make('blockquote', quoted)] : []);
      }
    }
    if (!isBlock(element)) return flow(element.children, inside, tag);
    endLine(tag);
    const own = tagOf(element, inside, tag);
    flow(element.children, isHeading(own) ? { ...inside, boldAnyway: true } : inside, own);
    endLine(own);
  };

  flow(nodes, within, 'p');
  endLine('p');
  return blocks;
};

export const inner = (within: Within): Within =>
  within.place === 'body' ? { ...within, place: 'inner' } : within;

const isHeading = (tag: string) => /^h\d$/.test(tag);

/** What a block becomes. What is in a heading belongs to it. */
const tagOf = (element: PastedElement, { place }: Within, outer: string): string => {
  const level = headingLevel(element);
  if (place !== 'body') return outer;
  if (/\bMsoCaption\b/.test(element.attributes.class ?? '') || element.tag === 'figcaption') return 'caption';
  return level === undefined ? outer : `h${level}`;
};

const enter = (element: PastedElement, outer: Within, { leftOut }: FlowContext): Within => {
  const { tag, style, attributes } = element;
  const whiteSpace = style.get('white-space');
  const isBoldHeading = outer.place !== 'body' && headingLevel(element) !== undefined;
  const href = tag === 'a' && attributes.href !== undefined ? safeLink(attributes.href, leftOut) : '';
  const marks = marksWithin(element, outer.marks, href);
  return {
    marks: isBoldHeading ? { ...marks, strong: true } : marks,
    keepsLines: whiteSpace ? /^(?:pre|break-spaces)/.test(whiteSpace) : outer.keepsLines || tag === 'pre',
    legacyFont: isLegacyFont(element, outer.legacyFont),
    boldAnyway: outer.boldAnyway,
    place: outer.place,
  };
};
