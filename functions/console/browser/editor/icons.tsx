import type { JSX } from 'preact';

const lines = (path: string) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

const letters = (text: JSX.Element) => <span aria-hidden="true">{text}</span>;

/** What stands on the buttons whose label is not their text. */
export const icons = {
  bold: letters(<b>B</b>),
  italic: letters(<i>I</i>),
  sub: lines('M3 5l7 8M10 5l-7 8M13.5 13c0-1.7 3.2-1.7 3.2.2 0 1.1-3.2 2-3.2 3.8h3.4'),
  sup: lines('M3 7l7 8M10 7l-7 8M13.5 4c0-1.7 3.2-1.7 3.2.2 0 1.1-3.2 2-3.2 3.8h3.4'),
  bulletList: lines('M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01'),
  orderedList: lines('M9 5h8M9 10h8M9 15h8M3 3.5l1-.5v4M2.8 12.2c0-1.6 2.4-1.4 2.4 0 0 1-2.4 2-2.4 3.3h2.4'),
  quote: lines('M4 4v12M8 6h9M8 10h9M8 14h6'),
  link: lines('M8.5 11.5l3-3M9 6l1.6-1.6a3.6 3.6 0 0 1 5 5L14 11M11 14l-1.6 1.6a3.6 3.6 0 0 1-5-5L6 9'),
  table: lines('M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12'),
  picture: lines('M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 5M7 7.5h.01'),
  rule: lines('M3 10h14'),
  undo: lines('M7 5L3 9l4 4M3 9h8.5a4.5 4.5 0 0 1 0 9H8'),
  redo: lines('M13 5l4 4-4 4M17 9H8.5a4.5 4.5 0 0 0 0 9H12'),
};
