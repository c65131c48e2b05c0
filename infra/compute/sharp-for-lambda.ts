import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node infra/compute/sharp-for-lambda.ts DIRECTORY` copies the lock file's version of sharp, built for Lambda's arm64, into a bundle's directory.
 * It is installed once, by npm, and cached: https://sharp.pixelplumbing.com/install/#cross-platform
 * Without a directory it is only installed: `npm ci` does that, so that the stack can be synthesized offline.
 */
const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/sharp/package.json'), 'utf8')) as {
  version: string;
};
const cache = join(root, 'node_modules/.cache', `sharp-${version}-linux-arm64`);
const [, , directory] = process.argv;

if (!existsSync(join(cache, 'node_modules/@img/sharp-linux-arm64'))) {
  const target = ['--cpu=arm64', '--os=linux', '--libc=glibc'];
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'];
  execFileSync('npm', ['install', '--prefix', cache, ...target, ...quiet, `sharp@${version}`], {
    stdio: 'pipe',
  });
}
if (directory !== undefined) {
  cpSync(join(cache, 'node_modules'), join(directory, 'node_modules'), { recursive: true });
}
