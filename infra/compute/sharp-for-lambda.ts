import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockFile, lockFileOf } from './lock-file-of.ts';

/**
 * `node infra/compute/sharp-for-lambda.ts DIRECTORY` copies sharp, built for Lambda's arm64, into a bundle's directory. It is installed
 * once, by npm, and cached: https://sharp.pixelplumbing.com/install/#cross-platform
 * Every package is the lock file's, by its hash. Without a directory it is only installed: `npm ci` does that, so that the stack can be
 * synthesized offline.
 */
const root = join(import.meta.dirname, '../..');
const lockFile = lockFileOf(
  'sharp',
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile,
);
const version = lockFile.packages['node_modules/sharp']?.version;
const cache = join(root, 'node_modules/.cache', `sharp-${version}-linux-arm64`);
const [, , directory] = process.argv;

if (!existsSync(join(cache, 'node_modules/@img/sharp-linux-arm64'))) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), JSON.stringify(lockFile.packages['']));
  writeFileSync(join(cache, 'package-lock.json'), JSON.stringify(lockFile));
  const target = ['--cpu=arm64', '--os=linux', '--libc=glibc'];
  execFileSync('npm', ['ci', '--prefix', cache, ...target, '--no-audit', '--no-fund', '--ignore-scripts'], {
    stdio: 'pipe',
  });
}
if (directory !== undefined) {
  cpSync(join(cache, 'node_modules'), join(directory, 'node_modules'), { recursive: true });
}
