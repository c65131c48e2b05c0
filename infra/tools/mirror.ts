import { resolve } from 'node:path';
import { reportProgress } from '../cli/progress.ts';
import { messageForUser, UserError } from '../cli/user-error.ts';
import { bucketStorage } from './mirror/bucket-storage.ts';
import { folderStorage } from './mirror/folder-storage.ts';
import { type Failure, mirrorSite } from './mirror/mirror-site.ts';

/** `npm run mirror -- FOLDER|s3://BUCKET [URL]`: copies a public site as static files, by default from the portal on this machine. */
const someFailedExitCode = 2;

const failureLine = ({ path, linkedFrom, reason }: Failure) =>
  `${JSON.stringify(path)}${linkedFrom === null ? '' : ` (linked from ${linkedFrom})`}: ${reason}`;

const run = async (target: string | undefined, url = `http://127.0.0.1:${process.env.PORT || 3000}`) => {
  if (!target) {
    throw new UserError('Name the target: npm run mirror -- FOLDER|s3://BUCKET [https://phuong.example.vn]');
  }
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

run(...(process.argv.slice(2) as [string?, string?])).catch((error) => {
  console.error(messageForUser(error));
  process.exit(1);
});
