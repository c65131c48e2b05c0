import { resolve } from 'node:path';
import { reportProgress } from '../cli/progress.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { bucketStorage } from './mirror/bucket-storage.ts';
import { folderStorage } from './mirror/folder-storage.ts';
import { type Failure, mirrorSite } from './mirror/mirror-site.ts';

const usage = 'npm run mirror -- FOLDER|s3://BUCKET [https://phuong.example.vn]';
const someFailedExitCode = 2;

const failureLine = ({ path, linkedFrom, reason }: Failure) =>
  `${JSON.stringify(path)}${linkedFrom === null ? '' : ` (linked from ${linkedFrom})`}: ${reason}`;

/** Copies a public site as static files, by default from the portal on this machine. */
const run = async () => {
  const { positionals } = readArguments(usage, { atLeast: 1, atMost: 2 });
  const [target = '', url = `http://127.0.0.1:${process.env.PORT || 3000}`] = positionals;
  const bucketName = /^s3:\/\/([^/]+)\/?$/.exec(target)?.[1];
  const storage = bucketName ? bucketStorage(bucketName) : folderStorage(resolve(target));
  const { files, written, removed, failures } = await mirrorSite(url.replace(/\/+$/, ''), storage);
  reportProgress('');
  for (const failure of failures) console.error(failureLine(failure));
  console.log(
    `${files} files in ${target}: ${written} written, ${removed} removed, ${failures.length} failed.`,
  );
  process.exitCode = failures.length > 0 ? someFailedExitCode : 0;
};

await runCommand(run);
