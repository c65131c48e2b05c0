import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import { applyStyleSheets } from './apply-style-sheets.ts';
import { arrangeCaptions, rankHeadings } from './arrange-blocks.ts';
import { insertNotes } from './insert-notes.ts';
import { createLeftOutCounter, type LeftOut } from './left-out.ts';
import { legacyFontWarning } from './legacy-fonts.ts';
import { type PastedElement, type PastedNode, textOf } from './pasted-tree.ts';
import { PortalSentence } from './portal-sentence.ts';
import { removeForeign } from './remove-foreign.ts';
import { toHtml } from './serialize.ts';
import { type PastedPicture, takePictures } from './take-pictures.ts';
import { outermost, toBlocks } from './to-blocks.ts';
import { makeWordLists } from './word-lists.ts';

/** What a paste becomes. `html` is a body as the server would keep it, its pictures named by their placeholders. */
export type Cleaned = {
  html: string;
  pictures: PastedPicture[];
  leftOut: LeftOut[];
  /** Sentences about what was kept and may be wrong. */
  warnings: string[];
};

/** The rules of a paste, in their order. Throws a PortalSentence for more than a body may have. */
export const cleanTree = (nodes: readonly PastedNode[], rtf = ''): Cleaned => {
  const { blocks, pictures, ...said } = cleanToBlocks(nodes, rtf);
  const html = toBody(blocks);
  const isShown = ({ placeholder }: PastedPicture) => html.includes(`/images/${placeholder}"`);
  return { html, pictures: pictures.filter(isShown), ...said };
};

/** The same, up to the blocks of the body. */
export const cleanToBlocks = (nodes: readonly PastedNode[], rtf = '') => {
  const leftOut = createLeftOutCounter();
  const warnings = new Set<string>();
  const { nodes: pictured, pictures } = takePictures(applyStyleSheets(nodes), rtf, leftOut);
  const listed = makeWordLists(insertNotes(removeForeign(pictured, leftOut)));
  assertFits(textOf(listed));
  const flow = toBlocks(listed, outermost, { leftOut, onGarbled: () => warnings.add(legacyFontWarning) });
  const blocks = arrangeCaptions(rankHeadings(flow));
  return { blocks, pictures, leftOut: leftOut.list(), warnings: [...warnings] };
};

/** The HTML of blocks. Throws a PortalSentence for more than a body may have. */
export const toBody = (blocks: readonly PastedElement[]): string => {
  const html = toHtml(blocks);
  assertFits(html);
  return html;
};

const assertFits = (text: string) => {
  const bytes = new TextEncoder().encode(text.replace(/\s+/g, ' ')).length;
  if (bytes <= contentLimits.bodyBytes) return;
  throw new PortalSentence(
    `Phần dán dài hơn giới hạn của một bài viết (${contentLimits.bodyBytes / 1000} kB, chừng 40.000 chữ). Hãy chia thành nhiều bài rồi dán từng phần.`,
  );
};
