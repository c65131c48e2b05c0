/**
 * What the content of an article may hold. Lengths are in code points of normalized text. A body is in UTF-8 bytes, before and after it is
 * sanitized: three copies (draft, revision, live) fit one 4 MB transaction, each one 400 KB item.
 */
export const contentLimits = {
  titleLength: 300,
  summaryLength: 1000,
  bodyBytes: 300_000,
  tags: 10,
  tagLength: 50,
  authorLength: 100,
  sourceLength: 200,
  galleryPictures: 60,
  captionLength: 500,
  noteLength: 2000,
} as const;
