import { renderToString } from 'preact-render-to-string';
import type { Piece } from '../../../shared/search/snippet.ts';

/** Text in which what was looked for stands out. */
export const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}</>
);

/** The same as HTML, for whoever takes it into a page of their own. */
export const markedHtml = (pieces: readonly Piece[]): string => renderToString(<Marked pieces={pieces} />);
