import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of a page as the edge sends it. AWS names no quality of brotli; 5 is usual where a reader waits. */
export const brotliBytes = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const parts = {
  style: /<style>[\s\S]*?<\/style>/g,
  scripts: /<script>[\s\S]*?<\/script>/g,
  metadata: /<meta [^>]*>|<link [^>]*>|<script type[\s\S]*?<\/script>/g,
  pictures: /<picture>[\s\S]*?<\/picture>/g,
};

/** Compressed bytes of a page, and how many fewer it would have without each of its parts. */
export const pageBytes = (html: string) => ({
  all: brotliBytes(html),
  parts: Object.entries(parts).map(([name, pattern]) => ({
    name,
    bytes: brotliBytes(html) - brotliBytes(html.replace(pattern, '')),
  })),
});
