import { PortalSentence } from './portal-sentence.ts';

/** Levels that no program writes. Browsers parse in time that is the product of length and depth. */
const depthLimit = 1000;

/** Elements without an end tag, or whose end tag is often left out. */
const withoutEnd = new Set(
  'area base br col dd dt hr img input li link meta optgroup option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/** A tag of HTML or SVG; those of Office have a prefix. */
const tag = /<(\/?)([a-z][a-z0-9]*)(?=[\s>/])([^<>]*)>/gi;

/** Throws a PortalSentence for HTML that would take a browser minutes to parse. */
export const assertShallow = (html: string) => {
  let depth = 0;
  for (const [, slash, name = '', rest = ''] of html.matchAll(tag)) {
    if (withoutEnd.has(name.toLowerCase()) || rest.endsWith('/')) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > depthLimit)
      throw new PortalSentence(
        'Phần dán có định dạng quá phức tạp. Hãy dán dạng chữ thuần bằng Ctrl+Shift+V.',
      );
  }
};
