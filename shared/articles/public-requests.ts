import * as z from 'zod/mini';
import { categorySlug } from '../ids.ts';

/** The query of the public list; other parameters are ignored. */
export const publicListQuery = z.object({
  category: z.optional(categorySlug),
  cursor: z.optional(z.string()),
});
