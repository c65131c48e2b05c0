import { type Piece, wordDiffer } from '../../../../shared/articles/text-diff.ts';

const isSpace = ({ change, text }: Piece) => change === 'same' && text.trim() === '';

/** The changes from one text to another, word by word. Changed words with nothing but spaces between them are one change. */
export const wordChanges = (before: string, after: string): Piece[] => {
  const pieces = wordDiffer()(before, after);
  const joined: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') joined.push({ change: 'removed', text: removed });
    if (added !== '') joined.push({ change: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const isWithin = isSpace(piece) && removed !== '' && added !== '' && next && next.change !== 'same';
    if (piece.change === 'removed' || isWithin) removed += piece.text;
    if (piece.change === 'added' || isWithin) added += piece.text;
    if (piece.change !== 'same' || isWithin) continue;
    flush();
    joined.push(piece);
  }
  flush();
  return joined;
};
