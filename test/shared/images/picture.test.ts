import { expect, test } from 'vitest';
import { fallbackUrl, srcSet, toPicture } from '../../../shared/images/picture.ts';
import { anImage } from '../../support/image-fixture.ts';

const picture = toPicture(anImage(1));
const path = `/images/${picture.id}`;
/** Stored before there was a file 240 pixels wide. */
const older = { ...picture, files: picture.files.filter((file) => !file.startsWith('240-')) };
const widthsOf = (srcset: string) => srcset.split(', ').map((candidate) => candidate.split(' ')[1]);

test.each([
  [picture, 480, ['240w', '480w']],
  [picture, Number.POSITIVE_INFINITY, ['240w', '480w', '960w', '1600w']],
  [older, 480, ['480w']],
  [{ ...picture, files: picture.files.filter((file) => file.startsWith('960-')) }, 480, ['960w']],
])('offers the files that a place may need', (of, widest, widths) => {
  expect(widthsOf(srcSet(of, widest))).toEqual(widths);
});

test.each([
  [picture, 480, `${path}/240-0123456789.jpg`],
  [older, 480, `${path}/480-0123456789.jpg`],
  [picture, 960, path],
  [{ ...picture, files: [] }, 480, path],
])('has one JPEG for browsers without WebP', (of, widest, url) => {
  expect(fallbackUrl(of, widest)).toBe(url);
});
