import type { ConvertedDocx } from './convert-docx.ts';

/** What the worker answers: the file, or why not in a sentence; `null` when it does not know itself. */
export type DocxReply = { converted: ConvertedDocx } | { refusal: string | null };
