import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };

const { scripts } = packageJson;
const root = join(import.meta.dirname, '../../..');

/** Runs the file of an npm script. Without settings of AWS it could do nothing, if it began. */
const run = (script: keyof typeof scripts, args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const file = join(root, scripts[script].replace(/^node /, ''));
    const env = { PATH: process.env.PATH ?? '', PORTAL_DATA: join(root, 'khong-co') };
    execFile(process.execPath, [file, ...args], { env, cwd: root }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

test.concurrent.each<[keyof typeof scripts, string[], string]>([
  ['import', ['--khong-co', 'x.jsonl'], "Unknown option '--khong-co'"],
  ['mirror', [''], 'An argument is missing'],
  ['export', ['x', 'y'], "Unexpected argument 'y'"],
  ['mirror', ['x', 'https://phuong.example.vn', 'y'], "Unexpected argument 'y'"],
  ['token', ['khach'], "There is no account 'khach'"],
  ['bench', ['--khong-co'], "Unknown option '--khong-co'"],
  ['soak', ['5'], "Unexpected argument '5'"],
  ['rebuild-search', ['--khong-co'], "Unexpected argument '--khong-co'"],
])('npm run %s -- %j ends with one line and the usage', async (script, args, sentence) => {
  const { code, stdout, stderr } = await run(script, args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(new RegExp(`^[^\\n]*\\. Usage: npm run (-s )?${script}[^\\n]*\\n$`));
  expect(stderr).toContain(sentence);
});
