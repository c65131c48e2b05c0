import type { Node } from 'prosemirror-model';
import { parseBody } from '../../../../../functions/console/browser/editor/parse.ts';
import { serializeBody } from '../../../../../functions/console/browser/editor/serialize.ts';
import { inertDocument } from '../../../../../functions/console/browser/ui/trusted-types.ts';

/** What must survive: each run of text with its marks and its address, pictures, and cells with their spans. White space and empty elements are none of it. */
type Content = { runs: string[]; pictures: string[]; cells: string[] };

export type RoundTrip = { saved: string; canonical: string; again: string; before: Content; after: Content };

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

const marksOf = (node: Element | null): string =>
  ['strong', 'em', 'sub', 'sup']
    .filter((name) => node?.closest(name))
    .concat(node?.closest('a[href]')?.getAttribute('href') ?? '')
    .join(' ');

const rowsLeft = (cell: HTMLTableCellElement) => {
  const rows = [...(cell.parentElement?.parentElement?.children ?? [])];
  return rows.length - rows.indexOf(cell.parentElement as Element);
};

const contentOf = (html: string): Content => {
  const { body } = inertDocument(html);
  // Browsers show captions above the rows, wherever the markup has them.
  for (const table of body.querySelectorAll('table'))
    table.prepend(...[...table.children].filter(({ localName }) => localName === 'caption'));
  const runs: [string, string][] = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = withoutSpace(walker.currentNode.textContent ?? '');
    const marks = marksOf(walker.currentNode.parentElement);
    const last = runs.at(-1);
    if (text === '') continue;
    if (last?.[0] === marks) last[1] += text;
    else runs.push([marks, text]);
  }
  return {
    runs: runs.map((run) => run.join(': ')),
    pictures: [...body.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''),
    cells: [...body.querySelectorAll<HTMLTableCellElement>('td, th')].map((cell) =>
      [
        cell.localName,
        cell.colSpan,
        Math.min(cell.rowSpan || Number.POSITIVE_INFINITY, rowsLeft(cell)),
        cell.getAttribute('scope') || '',
        withoutSpace(cell.textContent ?? ''),
      ].join(' '),
    ),
  };
};

/** As if every block had been edited. */
const canonical = (doc: Node) => {
  const blocks = doc.children.map(({ type, attrs, content, marks }) =>
    type.create({ ...attrs, source: null }, content, marks),
  );
  return serializeBody(doc.type.create(null, blocks));
};

const roundTrip = (body: string): RoundTrip => {
  const doc = parseBody(body);
  doc.check();
  const written = canonical(doc);
  return {
    saved: serializeBody(doc),
    canonical: written,
    again: canonical(parseBody(written)),
    before: contentOf(body),
    after: contentOf(written),
  };
};

Object.assign(globalThis, { roundTrip });
