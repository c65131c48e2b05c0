import { withoutControls } from '../../../../shared/text/characters.ts';
import { make } from './elements.ts';
import type { PastedElement, PastedNode } from './pasted-tree.ts';
import type { Marks } from './text-marks.ts';

/** A piece of a line: text with its marks, a soft break, or a picture. */
type Piece = { text: string; marks: Marks } | 'break' | PastedElement;

export type Line = {
  text(text: string, marks: Marks): void;
  break(): void;
  picture(image: PastedElement): void;
  /** What was collected since the last call, as paragraphs: two breaks in a row separate them. */
  take(): PastedNode[][];
};

const isText = (piece: Piece | undefined): piece is { text: string; marks: Marks } =>
  typeof piece === 'object' && 'text' in piece;

/** Collects the inline content of one block. */
export const createLine = (): Line => {
  let pieces: Piece[] = [];
  const endsWithSpace = () => {
    const last = pieces.at(-1);
    return last === undefined || last === 'break' || (isText(last) && last.text.endsWith(' '));
  };
  return {
    text(text, marks) {
      const collapsed = normalize(text);
      const kept = endsWithSpace() ? collapsed.replace(/^ /, '') : collapsed;
      if (kept !== '') pieces.push({ text: kept, marks });
    },
    break: () => void pieces.push('break'),
    picture: (image) => void pieces.push(image),
    take() {
      const taken = paragraphs(pieces);
      pieces = [];
      return taken;
    },
  };
};

/** Text as the server keeps it: NFC, without controls and half characters, at most 30 marks on one letter; white space is one space. */
const normalize = (text: string): string =>
  withoutControls(text)
    .replace(/[\p{Surrogate}\u200b]/gu, '')
    .replace(/(\p{M}{30})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/\s+/g, ' ');

const paragraphs = (pieces: readonly Piece[]): PastedNode[][] => {
  const lines: Piece[][] = [[]];
  for (const [index, piece] of pieces.entries()) {
    if (piece === 'break' && pieces[index - 1] === 'break') lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines.map((line) => withMarks(trim(line), levels)).filter((nodes) => nodes.length > 0);
};

/** Without the spaces and breaks at either end, and without the spaces before breaks. */
const trim = (line: readonly Piece[]): Piece[] => {
  const isEmpty = (piece: Piece) => piece === 'break' || (isText(piece) && piece.text.trim() === '');
  const start = line.findIndex((piece) => !isEmpty(piece));
  const end = line.findLastIndex((piece) => !isEmpty(piece)) + 1;
  return line.slice(Math.max(start, 0), end).flatMap((piece, index, all): Piece[] => {
    if (!isText(piece)) return [piece];
    const next = all[index + 1];
    const trimmed = next === undefined || next === 'break' ? piece.text.trimEnd() : piece.text;
    const text = index === 0 ? trimmed.trimStart() : trimmed;
    return text === '' ? [] : [{ ...piece, text }];
  });
};

type Level = { of: (marks: Marks) => string; wrap: (value: string, children: PastedNode[]) => PastedElement };

/** The elements of marks, the outermost first. */
const levels: readonly Level[] = [
  { of: ({ href }) => href, wrap: (href, children) => make('a', children, { href }) },
  { of: ({ strong }) => (strong ? 'strong' : ''), wrap: make },
  { of: ({ em }) => (em ? 'em' : ''), wrap: make },
  { of: ({ script }) => script, wrap: make },
];

const asNode = (piece: Piece): PastedNode => {
  if (isText(piece)) return piece.text;
  return piece === 'break' ? make('br', []) : piece;
};

/** Pieces in as few elements as their marks need. A break between two pieces of one mark is within it. */
const withMarks = (pieces: readonly Piece[], [level, ...inner]: readonly Level[]): PastedNode[] => {
  if (!level) return mergeText(pieces.map(asNode));
  const groups: { value: string; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const value = isText(piece) ? level.of(piece.marks) : '';
    if (last && last.value === value) last.pieces.push(piece);
    else groups.push({ value, pieces: [piece] });
  }
  return groups.flatMap(({ value, pieces }) => {
    const nodes = withMarks(pieces, inner);
    return value === '' ? nodes : [level.wrap(value, nodes)];
  });
};

const mergeText = (nodes: readonly PastedNode[]): PastedNode[] => {
  const merged: PastedNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (typeof node === 'string' && typeof last === 'string') merged[merged.length - 1] = last + node;
    else merged.push(node);
  }
  return merged;
};
