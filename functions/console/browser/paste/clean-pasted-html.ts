import { type Cleaned, cleanTree } from './clean-tree.ts';
import { treeOfHtml } from './tree-of-html.ts';

/**
 * Makes a body of what Word, Google Docs, a spreadsheet or a web page put on the clipboard; `rtf` holds the pictures of Word. Throws a
 * PortalSentence for more than a body may have.
 */
export const cleanPastedHtml = ({ html, rtf }: { html: string; rtf?: string }): Cleaned =>
  cleanTree(treeOfHtml(html), rtf);
