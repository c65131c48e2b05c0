import * as z from 'zod/mini';
import { imageId } from '../ids.ts';
import { type Image, imagePath } from './image.ts';

/** The part of an image that pages need, small enough for a list: its file names, `960-0a1b2c3d4e.webp`. Sizes in pixels. */
export const picture = z.object({
  id: imageId,
  alt: z.string(),
  credit: z.string(),
  width: z.int(),
  height: z.int(),
  files: z.array(z.string()),
});
export type Picture = z.infer<typeof picture>;

export const toPicture = ({ id, alt, credit, width, height, variants }: Image): Picture => ({
  id,
  alt,
  credit,
  width,
  height,
  files: variants.map(({ url }) => url.slice(imagePath(id).length + 1)),
});

/** The width of a file in pixels: its name begins with it. */
const widthOf = (file: string) => Number.parseInt(file, 10);

/** The files of one format up to a width in pixels, narrowest first; the narrowest whatever its width. */
const filesUpTo = ({ files }: Picture, extension: 'webp' | 'jpg', widest: number): string[] =>
  files
    .filter((file) => file.endsWith(extension))
    .filter((file, index) => index === 0 || widthOf(file) <= widest);

/** The WebP files up to a width in pixels as a `srcset`: https://html.spec.whatwg.org/#srcset-attribute */
export const srcSet = (picture: Picture, widest: number): string =>
  filesUpTo(picture, 'webp', widest)
    .map((file) => `${imagePath(picture.id)}/${file} ${widthOf(file)}w`)
    .join(', ');

/** Width of the picture at its plain address, in pixels. */
export const plainWidth = 960;

/** The JPEG for browsers without WebP: the narrowest where no wide one is needed, else the picture at its plain address. */
export const fallbackUrl = (picture: Picture, widest: number): string => {
  const [narrowest] = filesUpTo(picture, 'jpg', widest);
  const path = imagePath(picture.id);
  return widest < plainWidth && narrowest ? `${path}/${narrowest}` : path;
};

/** The largest JPEG, which a click on the picture opens. */
export const largestFile = ({ id, files }: Picture): string =>
  `${imagePath(id)}/${files.findLast((file) => file.endsWith('jpg')) ?? ''}`;
