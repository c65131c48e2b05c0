import { resolve } from 'node:path';
import { mirrorSite } from './mirror/mirror.ts';
import { PlainError } from './plain-error.ts';

/** `npm run mirror -- FOLDER [URL]`: the whole public site as static files, from the portal on this machine or from any other. */
const run = async (folder: string | undefined, url = `http://127.0.0.1:${process.env.PORT || 3000}`) => {
  if (!folder) throw new PlainError('Where to? npm run mirror -- FOLDER [https://phuong.example.vn]');
  const { files, written, removed } = await mirrorSite(url.replace(/\/$/, ''), resolve(folder));
  console.log(`\n${files} files in ${resolve(folder)}: ${written} written, ${removed} removed.`);
};

run(...(process.argv.slice(2) as [string?, string?])).catch((error) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exit(1);
});
