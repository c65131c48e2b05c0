import { renderToString } from 'preact-render-to-string';
import type { Piece } from '../../../shared/search/snippet.ts';

/** Text with its matches marked. */
export const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}</>
);

/** The same as HTML, for clients of the API. */
export const markedHtml = (pieces: readonly Piece[]): string => renderToString(<Marked pieces={pieces} />);
