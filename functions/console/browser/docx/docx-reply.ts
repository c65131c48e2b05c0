import type { ConvertedDocx } from './convert-docx.ts';

/** What the worker says: that it is loaded; then the file, or why not in a sentence, `null` when it does not know itself. */
export type DocxReply = { isReady: true } | { converted: ConvertedDocx } | { refusal: string | null };
