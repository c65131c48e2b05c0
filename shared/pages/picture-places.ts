/**
 * Where pages show pictures: the width that the stylesheet gives one, as a `sizes` attribute (https://html.spec.whatwg.org/#sizes-attributes),
 * and the widest file worth offering there, in pixels. A `rem` of the stylesheet is 18 px, one of a media query 16 px.
 */
export type PicturePlace = { sizes: string; widestFile: number };

/** Beside a title on the home page: 5.5 rem. At three device pixels it needs 297. */
export const storyPlace: PicturePlace = { sizes: '99px', widestFile: 480 };

/** Beside a title in a list: 10 rem where there is room. */
export const listPlace: PicturePlace = { sizes: '(min-width: 48rem) 180px, 99px', widestFile: 480 };

/** Above the lead story: the main column within its border. */
export const leadPlace: PicturePlace = {
  sizes: '(min-width: 64rem) min(898px, 100vw - 434px), calc(100vw - 38px)',
  widestFile: Number.POSITIVE_INFINITY,
};

/** In the text of an article, at most 42 rem wide: the main column within border and padding. */
export const columnPlace: PicturePlace = {
  sizes:
    '(min-width: 64rem) min(756px, 100vw - 515px), (min-width: 48rem) min(756px, 100vw - 119px), calc(100vw - 74px)',
  widestFile: Number.POSITIVE_INFINITY,
};

/** In a gallery: a third of the text column, or half of it on a phone. */
export const tilePlace: PicturePlace = {
  sizes:
    '(min-width: 64rem) min(243px, 33.3vw - 181px), (min-width: 48rem) min(243px, 33.3vw - 49px), calc(50vw - 44px)',
  widestFile: 960,
};
