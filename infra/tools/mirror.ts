import { resolve } from 'node:path';
import { messageForUser, UserError } from '../cli/user-error.ts';
import { bucketStorage } from './mirror/bucket-storage.ts';
import { folderStorage } from './mirror/folder-storage.ts';
import { mirrorSite } from './mirror/mirror-site.ts';

/** `npm run mirror -- FOLDER|s3://BUCKET [URL]`: mirrors the public site as static files, from the portal on this machine or any other. */
const run = async (place: string | undefined, url = `http://127.0.0.1:${process.env.PORT || 3000}`) => {
  if (!place)
    throw new UserError('Where to? npm run mirror -- FOLDER|s3://BUCKET [https://phuong.example.vn]');
  const bucketName = /^s3:\/\/([^/]+)\/?$/.exec(place)?.[1];
  const storage = bucketName ? bucketStorage(bucketName) : folderStorage(resolve(place));
  const { files, written, removed } = await mirrorSite(url.replace(/\/$/, ''), storage);
  console.log(`\n${files} files in ${place}: ${written} written, ${removed} removed.`);
};

run(...(process.argv.slice(2) as [string?, string?])).catch((error) => {
  console.error(messageForUser(error));
  process.exit(1);
});
