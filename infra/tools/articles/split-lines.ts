/** One line of a file: its number from 1, and its bytes unless it is too long. */
export type FileLine = { number: number; bytes: Buffer | 'too long' };

const lineFeed = 0x0a;

/** Splits a stream of bytes into lines, holding at most one line of `limitBytes`. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  limitBytes: number,
): AsyncGenerator<FileLine> {
  let held: Buffer[] = [];
  let length = 0;
  let number = 0;
  const take = (): FileLine => {
    number += 1;
    const bytes = length > limitBytes ? 'too long' : Buffer.concat(held);
    held = [];
    length = 0;
    return { number, bytes };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      hold(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    hold(chunk.subarray(from));
  }
  if (length > 0) yield take();

  function hold(part: Buffer) {
    length += part.length;
    if (length > limitBytes) held = [];
    else if (part.length > 0) held.push(part);
  }
}
