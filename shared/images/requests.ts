import * as z from 'zod/mini';
import { pageQuery } from '../http/request.ts';
import { line } from '../text/text-schemas.ts';

export const imageListQuery = z.strictObject({
  ...pageQuery,
  /** Words of the file name, the description, the credit or who uploaded it. */
  q: z.optional(line(200, 0)),
  uploadedBy: z.optional(line(200)),
  state: z.optional(z.enum(['ready', 'undescribed'], 'Chỉ nhận ready hoặc undescribed')),
});
