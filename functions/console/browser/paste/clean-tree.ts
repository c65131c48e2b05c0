import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import { applyStyleSheets } from './apply-style-sheets.ts';
import { arrangeCaptions, rankHeadings } from './arrange-blocks.ts';
import { insertNotes } from './insert-notes.ts';
import { createLeftOutCounter, type LeftOut } from './left-out.ts';
import { legacyFontWarning } from './legacy-fonts.ts';
import { type PastedNode, textOf } from './pasted-tree.ts';
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
  const leftOut = createLeftOutCounter();
  const warnings = new Set<string>();
  const styled = applyStyleSheets(nodes);
  const { nodes: pictured, pictures } = takePictures(styled, rtf, leftOut);
  const listed = makeWordLists(insertNotes(removeForeign(pictured, leftOut)));
  assertFits(textOf(listed));
  const blocks = toBlocks(listed, outermost, { leftOut, onGarbled: () => warnings.add(legacyFontWarning) });
  const html = toHtml(arrangeCaptions(rankHeadings(blocks)));
  assertFits(html);
  return {
    html,
    pictures: pictures.filter(({ placeholder }) => html.includes(`/images/${placeholder}"`)),
    leftOut: leftOut.list(),
    warnings: [...warnings],
  };
};

const assertFits = (text: string) => {
  const bytes = new TextEncoder().encode(text.replace(/\s+/g, ' ')).length;
  if (bytes <= contentLimits.bodyBytes) return;
  throw new PortalSentence(
    `Phần dán dài hơn giới hạn của một bài viết (${contentLimits.bodyBytes / 1000} kB, chừng 40.000 chữ). Hãy chia thành nhiều bài rồi dán từng phần.`,
  );
};
