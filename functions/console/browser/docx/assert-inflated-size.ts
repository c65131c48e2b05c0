import { PortalSentence } from '../paste/portal-sentence.ts';
import { entryLimitBytes, tooLarge, totalLimitBytes } from './assert-word-file.ts';
import type { ZipEntry } from './zip-directory.ts';

const headerLength = 30;

/**
 * Unpacks every entry without keeping it, and throws a PortalSentence at the first byte over a limit: a directory can lie about sizes,
 * and several of its entries can be one and the same bytes.
 */
export const assertInflatedSize = async (file: Uint8Array<ArrayBuffer>, entries: readonly ZipEntry[]) => {
  let total = 0;
  for (const entry of entries) {
    if (!entry.isCompressed) continue;
    let size = 0;
    for await (const chunk of inflate(compressedBytes(file, entry))) {
      size += chunk.length;
      total += chunk.length;
      if (size > entryLimitBytes || total > totalLimitBytes) throw new PortalSentence(tooLarge);
    }
  }
};

/** The name and the extra field before the bytes are of other lengths than in the directory. */
const compressedBytes = (file: Uint8Array<ArrayBuffer>, { offset, compressedSize }: ZipEntry) => {
  const header = new DataView(file.buffer, file.byteOffset + offset, headerLength);
  const start = offset + headerLength + header.getUint16(26, true) + header.getUint16(28, true);
  return file.subarray(start, start + compressedSize);
};

async function* inflate(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
