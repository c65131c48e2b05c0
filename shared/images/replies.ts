import * as z from 'zod/mini';
import { listOf } from '../http/reply.ts';
import { image } from './image.ts';

/** `usedBy` are ids of articles, and `settings` for the banner. */
export const imageReply = z.object({ ...image.shape, usedBy: z.optional(z.array(z.string())) });
export const imageListReply = listOf(image);

/** Files that were added to a picture, and live articles that have them from now on. */
export const variantsReply = z.object({ added: z.int(), articles: z.int() });

/** A presigned form: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html */
export const uploadReply = z.object({
  id: z.string(),
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
});
