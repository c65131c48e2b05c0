import type { Portal } from '../../infra/local/portal.ts';
import { pageBytes } from '../support/page-bytes.ts';

/** Prints where the bytes of each page are, compressed as the edge compresses. */
export const benchBytes = async (portal: Portal, paths: Record<string, string>) => {
  console.log('Bytes of pages, brotli (5): all, and by how much each part adds to them');
  for (const [name, path] of Object.entries(paths)) {
    const { all, parts } = pageBytes(await (await fetch(portal.url + path)).text());
    const rest = all - parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const shown = [...parts, { name: 'the rest', bytes: rest }];
    console.log(
      `  ${name.padEnd(10)} ${all} B  ${shown.map((part) => `${part.name} ${part.bytes}`).join('  ')}`,
    );
  }
};
