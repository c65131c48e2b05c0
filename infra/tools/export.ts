import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportProgress } from '../cli/progress.ts';
import { messageForUser, UserError } from '../cli/user-error.ts';
import { exportArticles } from './articles/export-articles.ts';
import { readJsonl } from './articles/read-jsonl.ts';
import { openPortal } from './open-portal.ts';

const usage = 'npm run export -- <folder> [--resume]';
/** Articles of one file. */
const fileLength = 1000;

const run = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { resume: { type: 'boolean', default: false } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UserError(usage);
  await mkdir(folder, { recursive: true });
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  if (files.length > 0 && !values.resume) {
    throw new UserError(`${folder} holds an export already: take another folder, or go on with --resume.`);
  }
  const known = new Set<string>();
  for (const name of files) {
    const file = join(folder, name);
    for await (const found of readJsonl(file, createReadStream(file))) {
      if ('line' in found) known.add(found.line.id);
    }
    // Ends a line that was interrupted, so that the next one starts anew.
    await appendFile(file, '\n');
  }
  let written = 0;
  await exportArticles({
    client: await openPortal(),
    isKnown: (id) => known.has(id),
    onLine: async (line) => {
      const number = files.length + 1 + Math.floor(written / fileLength);
      written += 1;
      await appendFile(
        join(folder, `articles-${String(number).padStart(5, '0')}.jsonl`),
        `${JSON.stringify(line)}\n`,
      );
      reportProgress(`${written} articles written`);
    },
  });
  reportProgress('');
  console.log(
    `${written} articles written to ${folder}${known.size > 0 ? `, ${known.size} were there already` : ''}.`,
  );
};

run().catch((error) => {
  console.error(messageForUser(error));
  process.exit(1);
});
