import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../cli/user-error.ts';
import { type ReadResult, readJsonl } from './read-jsonl.ts';
import { readWxr } from './read-wxr.ts';
import { encodingOfStart } from './text-encoding.ts';

export type Source = {
  bytes: number;
  /** All articles, read lazily; reports the bytes read. */
  articles: (onRead: (bytes: number) => void) => AsyncGenerator<ReadResult>;
};

/** Opens a file of JSON lines or of WordPress (WXR), or a folder of them. Throws a `UserError` when it cannot be read. */
export const openSource = async (path: string): Promise<Source> => {
  const info = await stat(path).catch((cause) => {
    throw new UserError(`There is no file or folder ${path}.`, { cause });
  });
  const files = info.isDirectory()
    ? (await readdir(path))
        .filter((name) => /\.(jsonl|xml)$/.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0) throw new UserError(`${path} holds no file that ends in .jsonl or .xml.`);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return {
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    async *articles(onRead) {
      for (const file of files) yield* readFile(file, onRead);
    },
  };
};

async function* readFile(file: string, onRead: (bytes: number) => void): AsyncGenerator<ReadResult> {
  const encoding = encodingOfStart(await startOf(file));
  if (encoding) {
    yield { where: file, refused: `written in ${encoding}, not in UTF-8: convert the file first` };
    return;
  }
  yield* (file.endsWith('.xml') ? readWxr : readJsonl)(file, told(createReadStream(file), onRead));
}

async function* told(chunks: AsyncIterable<Buffer>, onRead: (bytes: number) => void) {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}

const startOf = async (file: string) => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1000), 0, 1000, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};
