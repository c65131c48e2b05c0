import * as z from 'zod/mini';

/** No space left, quota exceeded, no memory: https://www.man7.org/linux/man-pages/man3/errno.3.html */
const systemCodes = new Set(['ENOSPC', 'EDQUOT', 'ENOMEM', 'ERR_MEMORY_ALLOCATION_FAILED']);
/** SQLITE_NOMEM and SQLITE_FULL, the low byte of an extended code: https://www.sqlite.org/rescode.html */
const sqliteCodes = new Set([7, 13]);

const systemError = z.object({ code: z.string() });
const sqliteError = z.object({ errcode: z.int() });

/** Whether an error says that /tmp or the memory of the function is used up, so that nothing is wrong with the data. */
export const isOutOfRoom = (error: unknown): boolean => {
  const sqlite = sqliteError.safeParse(error);
  if (sqlite.success) return sqliteCodes.has(sqlite.data.errcode & 0xff);
  const system = systemError.safeParse(error);
  if (system.success && systemCodes.has(system.data.code)) return true;
  // V8 has no code for it: "Array buffer allocation failed", "Invalid array length".
  return error instanceof RangeError && /allocation failed/i.test(error.message);
};
