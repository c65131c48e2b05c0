import * as z from 'zod/mini';
import { imageId } from '../ids.ts';
import { line, lines } from '../text/text-schemas.ts';
import { instant } from '../time/instant.ts';

/** Types that an upload may declare; its bytes decide what it is. */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;

/** Maximum size of an upload: twice a phone's photograph. */
export const uploadLimitBytes = 15_000_000;

/** Announces an upload. */
export const uploadRequest = z.strictObject({
  fileName: line(200),
  contentType: z.enum(uploadTypes, 'Chỉ nhận ảnh JPEG, PNG, WebP, GIF hoặc AVIF'),
  bytes: z
    .int()
    .check(z.positive(), z.maximum(uploadLimitBytes, `Tối đa ${uploadLimitBytes / 1_000_000} MB`)),
});

/** The description of a picture: alternative text, or that it is decorative, and the credit. */
export const description = z.strictObject({
  alt: z.optional(lines(500)),
  decorative: z.optional(z.boolean()),
  credit: z.optional(line(200, 0)),
});
const variant = z.object({
  url: z.string(),
  type: z.enum(['image/webp', 'image/jpeg']),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});
export type Variant = z.infer<typeof variant>;

/** An image: `waiting` for its upload to be completed, or `ready` for use. Width and height are those of the largest variant, in pixels. */
export const image = z.object({
  id: imageId,
  status: z.enum(['waiting', 'ready']),
  fileName: z.string(),
  contentType: z.enum(uploadTypes),
  alt: z.string(),
  decorative: z.boolean(),
  credit: z.string(),
  width: z.int(),
  height: z.int(),
  variants: z.array(variant),
  createdAt: instant,
  createdBy: z.string(),
});
export type Image = z.infer<typeof image>;
export type Description = Pick<Image, 'alt' | 'decorative' | 'credit'>;

/** The description of an image with some fields replaced. */
export const withDescription = (before: Description, change: z.infer<typeof description>): Description => ({
  alt: change.alt ?? before.alt,
  decorative: change.decorative ?? before.decorative,
  credit: change.credit ?? before.credit,
});

/** The address of the picture without a size: a JPEG, the same for ever. */
export const imagePath = (id: string) => `/images/${id}`;
