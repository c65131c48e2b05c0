import { DOMParser, Fragment, type Node, type Slice } from 'prosemirror-model';
import { inertDocument } from '../ui/trusted-types.ts';
import { cutBody, type Part } from './cut-body.ts';
import { normalizeDom } from './normalize-dom.ts';
import { schema } from './schema.ts';
import { type WrittenBlocks, writeBlock } from './serialize.ts';
import type { Source } from './source.ts';

/** A sanitized body as a document. `serializeBody` of it is the body. Adds to `written` what each block is written as. */
export const parseBody = (html: string, written: WrittenBlocks = new WeakMap()): Node => {
  const parts = cutBody(html);
  const { body } = inertDocument(parts.map((part) => `<div>${part.html}</div>`).join(''));
  normalizeDom(body);
  const parse = (element: Element) => DOMParser.fromSchema(schema).parse(element).children;
  const elements = [...body.children];
  const blocks =
    elements.length === parts.length
      ? parts.flatMap((part, index) => withSource(parse(elements[index] as Element), part, written))
      : // No sanitized body comes here, and none is lost.
        withSource(parse(body), { before: '', html, isText: false }, written);
  return schema.topNodeType.createAndFill(null, Fragment.from(blocks)) as Node;
};

/** Sanitized HTML as what is inserted at the cursor. */
export const parseSlice = (html: string): Slice => {
  const { body } = inertDocument(html);
  normalizeDom(body);
  return DOMParser.fromSchema(schema).parseSlice(body);
};

/** The nodes of a part, the first of them with how it was written, if that is not how it would be written. */
const withSource = (
  nodes: readonly Node[],
  { before, html, isText }: Part,
  written: WrittenBlocks,
): readonly Node[] => {
  const [first, ...others] = nodes;
  const canonicals = nodes.map(writeBlock);
  const canonical = canonicals.join('');
  const isCanonical = before === '' && html === canonical;
  const source: Source | null = isCanonical ? null : { before, html, canonical, count: nodes.length, isText };
  const sourced = first
    ? [first.type.create({ ...first.attrs, source }, first.content, first.marks), ...others]
    : [];
  sourced.forEach((node, index) => void written.set(node, canonicals[index] ?? ''));
  return sourced;
};
