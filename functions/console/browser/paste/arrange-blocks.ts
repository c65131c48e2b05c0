import { make } from './elements.ts';
import { isElement, type PastedElement, type PastedNode } from './pasted-tree.ts';

/** Headings as `h2`–`h4`: the highest level of the source is the first, and no level is skipped between two that it has. */
export const rankHeadings = (blocks: readonly PastedElement[]): PastedElement[] => {
  const used = [...new Set(blocks.filter(isHeading).map(({ tag }) => tag))].sort();
  return blocks.map((block) =>
    isHeading(block) ? make(`h${Math.min(2 + used.indexOf(block.tag), 4)}`, block.children) : block,
  );
};

const isHeading = ({ tag }: PastedElement) => /^h\d$/.test(tag);

/** Pictures that stand alone as figures, with the caption below them; a caption above a table as the table's. */
export const arrangeCaptions = (given: readonly PastedElement[]): PastedElement[] => {
  // A caption of pictures alone says nothing about another block.
  const blocks = given.map((block) =>
    block.tag === 'caption' && hasOnlyPictures(block) ? { ...block, tag: 'p' } : block,
  );
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    if (block.tag === 'caption') {
      if (isPictures(before) || captionable(after)) return [];
      return [make('p', block.children)];
    }
    if (isPictures(block)) return figures(block, after?.tag === 'caption' ? after.children : []);
    if (before?.tag === 'caption' && !isPictures(blocks[index - 2]) && captionable(block))
      return [make('table', [make('caption', before.children), ...block.children])];
    return [block];
  });
};

const isPictures = (block: PastedElement | undefined): boolean =>
  block?.tag === 'p' && hasOnlyPictures(block);

const hasOnlyPictures = ({ children }: PastedElement): boolean =>
  children.every((node) =>
    typeof node === 'string' ? node.trim() === '' : isElement(node) && /^(?:img|br)$/.test(node.tag),
  );

const captionable = (block: PastedElement | undefined): block is PastedElement =>
  block?.tag === 'table' && !block.children.some((node) => isElement(node) && node.tag === 'caption');

const figures = (block: PastedElement, caption: readonly PastedNode[]): PastedElement[] => {
  const images = block.children.filter((node) => isElement(node) && node.tag === 'img');
  return images.map((image, index) =>
    make('figure', [
      image,
      ...(caption.length > 0 && index === images.length - 1 ? [make('figcaption', caption)] : []),
    ]),
  );
};
