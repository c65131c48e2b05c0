import { foldSyllable } from '../../../../shared/text/fold.ts';
import { plainText } from '../../../../shared/text/plain-text.ts';
import type { PastedElement } from '../paste/pasted-tree.ts';
import { toHtml } from '../paste/serialize.ts';

/**
 * The parts of an administrative document, as decree 30/2020/NĐ-CP sets them out (appendix I): letterhead with the national name, name and
 * subject, text, signature with the recipients. What a document does not have is empty.
 */
export type AdministrativeParts = {
  letterhead: PastedElement[];
  heading: PastedElement[];
  body: PastedElement[];
  signature: PastedElement[];
  /** The heading as a title: "Thông báo về việc tạm ngừng cấp nước". Empty when there is none. */
  title: string;
};

const nationalName = 'cong hoa xa hoi chu nghia viet nam';
const motto = /doc lap tu do hanh phuc/;
const recipients = /^noi nhan\b/;

/** Blocks from the beginning, or the end, among which letterhead and signature are looked for. */
const edgeBlocks = 8;

export const administrativeParts = (blocks: readonly PastedElement[]): AdministrativeParts => {
  const start = letterheadLength(blocks);
  const end = signatureStart(blocks, start);
  const text = blocks.slice(start, end);
  const headingLength = countHeading(text, start > 0);
  const heading = text.slice(0, headingLength);
  return {
    letterhead: blocks.slice(0, start),
    heading,
    body: text.slice(headingLength),
    signature: blocks.slice(end),
    title: heading
      .map(titleLine)
      .join(' ')
      .replace(/ Về việc /, ' về việc '),
  };
};

const lineOf = (block: PastedElement) => plainText(toHtml([block]));

const folded = (block: PastedElement): string =>
  (lineOf(block).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => foldSyllable(word).folded).join(' ');

/** Through the motto, which follows the national name in the same table or within a few lines. */
const letterheadLength = (blocks: readonly PastedElement[]): number => {
  const first = blocks.slice(0, edgeBlocks).findIndex((block) => folded(block).includes(nationalName));
  if (first < 0) return 0;
  const last = blocks.slice(first, first + 4).findIndex((block) => motto.test(folded(block)));
  return first + Math.max(last, 0) + 1;
};

/** From the recipients on, in a table or as lines. */
const signatureStart = (blocks: readonly PastedElement[], after: number): number => {
  const found = blocks.findIndex(
    (block, index) =>
      index >= Math.max(after, blocks.length - 2 * edgeBlocks) && recipients.test(folded(block)),
  );
  return found < 0 ? blocks.length : found;
};

/** Lines of the name and the subject, at most. */
const maxHeadingLines = 4;
const maxTitleLength = 300;

/** A heading that begins the text, or, below a letterhead, the lines that are bold or in capitals throughout. */
const countHeading = (text: readonly PastedElement[], isAdministrative: boolean): number => {
  const [first] = text;
  if (first && /^h\d$/.test(first.tag) && !isLong(first)) return 1;
  if (!isAdministrative) return first && isShouted(first) ? 1 : 0;
  const afterDate = text.findIndex((block) => !isPlaceAndDate(block));
  const lines = text
    .slice(Math.max(afterDate, 0), maxHeadingLines)
    .findIndex((block) => !isEmphasized(block));
  return lines < 1 ? 0 : Math.max(afterDate, 0) + lines;
};

const isLong = (block: PastedElement) => lineOf(block).length > maxTitleLength;
const isPlaceAndDate = (block: PastedElement) => /\bngay \d+ thang \d+ nam \d+$|^so \d* /.test(folded(block));
const isEmphasized = (block: PastedElement) => /^h\d$/.test(block.tag) || isBold(block) || isShouted(block);
const isBold = ({ tag, children }: PastedElement) =>
  tag === 'p' &&
  children.every((node) => typeof node === 'object' && 'tag' in node && /^(?:strong|br)$/.test(node.tag));
const isShouted = (block: PastedElement) => {
  const line = lineOf(block);
  return (
    /^(?:p|h\d)$/.test(block.tag) &&
    line.length <= maxTitleLength &&
    /\p{Lu}{2}/u.test(line) &&
    line === line.toUpperCase()
  );
};

/** A line in capitals throughout as in a sentence; abbreviations in any other line stay. */
const titleLine = (block: PastedElement): string => {
  const line = lineOf(block);
  return isShouted(block) ? line.charAt(0) + line.slice(1).toLowerCase() : line;
};
