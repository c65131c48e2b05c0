import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reportProgress } from '../cli/progress.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import type { ArticleRecord } from './articles/article-record.ts';
import { exportArticles } from './articles/export-articles.ts';
import { readJsonl } from './articles/read-jsonl.ts';
import { clientFromEnvironment } from './portal-client.ts';

const usage = 'npm run export -- <folder> [--resume]';
const articlesPerFile = 1000;

const run = async () => {
  const { values, positionals } = readArguments(usage, {
    options: { resume: { type: 'boolean', default: false } },
    atLeast: 1,
  });
  const [folder = ''] = positionals;
  await mkdir(folder, { recursive: true });
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  if (files.length > 0 && !values.resume) {
    throw new UserError(`${folder} contains an export: choose another folder, or resume it with --resume.`);
  }
  const exportedIds = await readExportedIds(files.map((name) => join(folder, name)));
  let written = 0;
  const writeRecord = async (record: ArticleRecord) => {
    const number = files.length + 1 + Math.floor(written / articlesPerFile);
    written += 1;
    const file = join(folder, `articles-${String(number).padStart(5, '0')}.jsonl`);
    await appendFile(file, `${JSON.stringify(record)}\n`);
    reportProgress(`${written} articles written`);
  };
  await exportArticles({
    client: await clientFromEnvironment(),
    isExported: (id) => exportedIds.has(id),
    onRecord: writeRecord,
  });
  reportProgress('');
  const skipped = exportedIds.size > 0 ? `, ${exportedIds.size} were there already` : '';
  console.log(`${written} articles written to ${folder}${skipped}.`);
};

const readExportedIds = async (files: readonly string[]): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>();
  for (const file of files) {
    for await (const result of readJsonl(file, createReadStream(file))) {
      if ('record' in result) ids.add(result.record.id);
    }
    // Ends an incomplete last line, which the next record would continue.
    await appendFile(file, '\n');
  }
  return ids;
};

await runCommand(run);
