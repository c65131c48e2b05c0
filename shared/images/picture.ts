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

/** The files of one format as a `srcset`: https://html.spec.whatwg.org/#srcset-attribute */
export const srcSet = ({ id, files }: Picture, extension: 'webp' | 'jpg'): string =>
  files
    .filter((file) => file.endsWith(extension))
    .map((file) => `${imagePath(id)}/${file} ${file.slice(0, file.indexOf('-'))}w`)
    .join(', ');

/** The largest JPEG, which a click on the picture opens. */
export const largestFile = ({ id, files }: Picture): string =>
  `${imagePath(id)}/${files.findLast((file) => file.endsWith('jpg')) ?? ''}`;
