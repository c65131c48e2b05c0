import * as z from 'zod/mini';
import { pageQuery } from '../http/request.ts';

export const imageListQuery = z.strictObject(pageQuery);
