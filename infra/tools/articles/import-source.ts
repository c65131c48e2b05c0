import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../cli/user-error.ts';
import { type ReadResult, readJsonl } from './read-jsonl.ts';
import { readWxr } from './read-wxr.ts';
import { isUtf16, utf16SampleBytes } from './text-encoding.ts';

export type ImportSource = {
  totalBytes: number;
  /** Reads the articles lazily; calls `onRead` with the number of bytes of each chunk. */
  articles: (onRead: (bytes: number) => void) => AsyncGenerator<ReadResult>;
};

/** Opens a file of JSON lines or WordPress (WXR), or a folder of them. Throws `UserError` when there is nothing to read. */
export const openImportSource = async (path: string): Promise<ImportSource> => {
  const info = await stat(path).catch((cause) => {
    throw new UserError(`There is no file or folder ${path}.`, { cause });
  });
  const files = info.isDirectory()
    ? (await readdir(path))
        .filter((name) => /\.(jsonl|xml)$/.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0) throw new UserError(`${path} contains no .jsonl or .xml file.`);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return {
    totalBytes: sizes.reduce((sum, size) => sum + size, 0),
    async *articles(onRead) {
      for (const file of files) yield* readFile(file, onRead);
    },
  };
};

async function* readFile(file: string, onRead: (bytes: number) => void): AsyncGenerator<ReadResult> {
  if (isUtf16(await readStart(file))) {
    yield { location: file, reason: 'written in UTF-16, not in UTF-8: convert the file first' };
    return;
  }
  yield* (file.endsWith('.xml') ? readWxr : readJsonl)(file, countBytes(createReadStream(file), onRead));
}

async function* countBytes(chunks: AsyncIterable<Buffer>, onRead: (bytes: number) => void) {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}

const readStart = async (file: string) => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(utf16SampleBytes), 0, utf16SampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};
