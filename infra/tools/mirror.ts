import { resolve } from 'node:path';
import { messageForUser, UserError } from '../cli/user-error.ts';
import { bucketStorage } from './mirror/bucket-storage.ts';
import { folderStorage } from './mirror/folder-storage.ts';
import { mirrorSite } from './mirror/mirror-site.ts';

/** `npm run mirror -- FOLDER|s3://BUCKET [URL]`: copies a public site as static files, by default from the portal on this machine. */
const run = async (target: string | undefined, url = `http://127.0.0.1:${process.env.PORT || 3000}`) => {
  if (!target) {
    throw new UserError('Name the target: npm run mirror -- FOLDER|s3://BUCKET [https://phuong.example.vn]');
  }
  const bucketName = /^s3:\/\/([^/]+)\/?$/.exec(target)?.[1];
  const storage = bucketName ? bucketStorage(bucketName) : folderStorage(resolve(target));
  const { files, written, removed } = await mirrorSite(url.replace(/\/$/, ''), storage);
  console.log(`\n${files} files in ${target}: ${written} written, ${removed} removed.`);
};

run(...(process.argv.slice(2) as [string?, string?])).catch((error) => {
  console.error(messageForUser(error));
  process.exit(1);
});
