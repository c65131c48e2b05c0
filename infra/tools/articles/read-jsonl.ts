import * as z from 'zod/mini';
import { type ArticleLine, articleLine } from './article-line.ts';
import { splitLines } from './split-lines.ts';
import { stableId } from './stable-id.ts';
import { decodeText } from './text-encoding.ts';

/** The result of one position of a file: an article, or the reason why there is none. */
export type ReadResult = { where: string } & ({ line: ArticleLine & { id: string } } | { refused: string });

/** Twice the API's limit: a longer line is no article. */
const lineLimitBytes = 2_000_000;

/** Reads a file of JSON lines, one article a line. */
export async function* readJsonl(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<ReadResult> {
  for await (const { number, bytes } of splitLines(chunks, lineLimitBytes)) {
    const where = `${file}:${number}`;
    if (bytes === 'too long') yield { where, refused: `longer than ${lineLimitBytes} bytes` };
    else if (bytes.length > 0 && bytes.toString('latin1').trim() !== '') yield { where, ...parseLine(bytes) };
  }
}

const parseLine = (bytes: Buffer) => {
  const decoded = decodeText(bytes);
  if ('notUtf8' in decoded) return { refused: `not UTF-8, but ${decoded.notUtf8}: convert the file first` };
  let value: unknown;
  try {
    value = JSON.parse(decoded.text.replace(/^\ufeff/, ''));
  } catch {
    return { refused: 'no JSON' };
  }
  return validateLine(value);
};

/** Validates a value as a line of an export; the errors by field when it is none. */
export const validateLine = (value: unknown) => {
  const parsed = z.safeParse(articleLine, value);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`);
    return { refused: wrong.join('; ') };
  }
  const { data } = parsed;
  const what = data.oldUrls[0] ?? JSON.stringify([data.title, data.body]);
  return { line: { ...data, id: data.id ?? stableId(what, data.publishedAt) } };
};
