import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

type Message = { type: string; subType?: string; url: string; message: string; extract?: string };

/** Errors and warnings of the Nu HTML checker, by page. https://validator.github.io/validator/ */
export const htmlErrors = async (pages: ReadonlyMap<string, string>): Promise<string[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'pages-'));
  try {
    const files = await Promise.all(
      [...pages].map(async ([name, html]) => {
        const file = join(directory, `${name.replaceAll(' ', '-')}.html`);
        await writeFile(file, html);
        return file;
      }),
    );
    const report = await check(files);
    return report
      .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
      .map(({ url, message, extract }) => `${basename(url, '.html')}: ${message} ${extract ?? ''}`);
  } finally {
    await rm(directory, { recursive: true });
  }
};

/** Its exit code only tells whether there are messages, which are on standard error. */
const check = (files: readonly string[]) =>
  new Promise<Message[]>((resolve, reject) => {
    execFile(
      'java',
      ['-jar', jar, '--format', 'json', ...files],
      { maxBuffer: 50_000_000 },
      (error, _, stderr) => {
        try {
          resolve((JSON.parse(stderr) as { messages: Message[] }).messages);
        } catch {
          reject(error ?? new Error(stderr));
        }
      },
    );
  });
