/** One line of a file: its number, from 1, and its bytes unless it exceeds the limit. */
export type FileLine = { number: number; bytes: Buffer | 'too long' };

const lineFeed = 0x0a;

/** Splits a stream of bytes into lines; holds at most `limitBytes` in memory. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  limitBytes: number,
): AsyncGenerator<FileLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;
  const endLine = (): FileLine => {
    number += 1;
    const bytes = length > limitBytes ? 'too long' : Buffer.concat(parts);
    parts = [];
    length = 0;
    return { number, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      append(chunk.subarray(start, end));
      yield endLine();
      start = end + 1;
    }
    append(chunk.subarray(start));
  }
  if (length > 0) yield endLine();

  function append(part: Buffer) {
    length += part.length;
    if (length > limitBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  }
}
