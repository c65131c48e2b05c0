import { markerLevels, markerStyle } from './draw-list-markers.ts';

/**
 * What paragraph and run styles become: https://github.com/mwilliamson/mammoth.js#writing-style-maps. Word stores its built-in names in
 * English whatever its language; "Đầu đề 1" and the like are styles of templates. Lists are none of mammoth's: see drawListMarkers.
 */
const headings = [1, 2, 3, 4, 5, 6].flatMap((level) =>
  [`Heading ${level}`, `Đầu đề ${level}`, `Tiêu đề ${level}`, `Mục ${level}`]
    .map((name) => `p[style-name='${name}'] => h${level}:fresh`)
    .concat(`p.Heading${level} => h${level}:fresh`),
);

const titles = ['Title', 'Tiêu đề', 'Tên loại văn bản', 'Ten loai'].map(
  (name) => `p[style-name='${name}'] => p.MsoTitle:fresh`,
);

const captions = ['caption', 'Chú thích', 'Chú thích ảnh', 'Chú thích bảng'].map(
  (name) => `p[style-name='${name}'] => p.MsoCaption:fresh`,
);

const emphasis = ["r[style-name='Strong'] => strong", "r[style-name='Emphasis'] => em"];

const markers = markerLevels.map((level) => `r.${markerStyle(level)} => span.list-marker-${level}`);

export const styleMap: readonly string[] = [...headings, ...titles, ...captions, ...emphasis, ...markers];
