import { renderToString } from 'preact-render-to-string';
import type { TextSegment } from '../../../shared/search/snippet.ts';

/** Text with its matches in `<mark>`. */
export const Highlight = ({ segments }: { segments: readonly TextSegment[] }) => (
  <>{segments.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}</>
);

/** The same as a string of HTML, for the JSON API. */
export const highlightHtml = (segments: readonly TextSegment[]): string =>
  renderToString(<Highlight segments={segments} />);
