import { type ArticleRecord, parseRecord } from './article-record.ts';
import { splitLines } from './split-lines.ts';
import { decodeUtf8 } from './text-encoding.ts';

/** An article at a location of a file (`tin.jsonl:7`), or the reason why there is none. */
export type ReadResult = { location: string } & ({ record: ArticleRecord } | { reason: string });

/** Twice the API's limit: a longer line is no article. */
const lineLimitBytes = 2_000_000;

/** Reads a file of JSON lines, one article per line. */
export async function* readJsonl(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<ReadResult> {
  for await (const { number, bytes } of splitLines(chunks, lineLimitBytes)) {
    const location = `${file}:${number}`;
    if (bytes === 'too long') yield { location, reason: `longer than ${lineLimitBytes} bytes` };
    else if (bytes.toString('latin1').trim() !== '') yield { location, ...parseLine(bytes) };
  }
}

const parseLine = (bytes: Buffer) => {
  const decoded = decodeUtf8(bytes);
  if ('encoding' in decoded) return { reason: `not UTF-8, but ${decoded.encoding}: convert the file first` };
  let value: unknown;
  try {
    value = JSON.parse(decoded.text.replace(/^\ufeff/, ''));
  } catch {
    return { reason: 'not valid JSON' };
  }
  return parseRecord(value);
};
