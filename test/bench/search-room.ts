import { articleLimit, indexBytesLimit } from '../../shared/search/limits.ts';
import { packSnapshot } from '../../shared/search/snapshot.ts';
import { corpusArticles } from '../corpus/articles.ts';
import type { BenchSize } from './bench-size.ts';
import { benchIndex, coldStarts, mb } from './search-index.ts';

/**
 * Prints how much of /tmp and memory an index of `articleLimit` articles takes in the function that searches and in the one that
 * writes it. `SEARCH_TMP` names a file system of the size of /tmp, in which it has to fit.
 */
export const benchSearchRoom = async (size: BenchSize) => {
  const count = Math.min(size.roomArticles, articleLimit);
  const start = performance.now();
  const index = benchIndex(corpusArticles(count));
  const { body, sha256, indexBytes } = await packSnapshot(index);
  index.close();
  const compactorBytes = process.resourceUsage().maxRSS * 1024;
  const { ms, peakBytes } = await coldStarts({ body, sha256 }, 'hội đua thuyền', { ...size, coldStarts: 1 });
  const share = (100 * indexBytes) / indexBytesLimit;
  console.log(`Room for an index of ${count} articles, made in ${seconds(performance.now() - start)}`);
  console.log(
    `  /tmp ${mb(indexBytes)}, ${share.toFixed(0)} % of ${mb(indexBytesLimit)}; snapshot ${mb(body.length)}`,
  );
  console.log(
    `  memory ${mb(peakBytes)} where it is searched and replaced, ${mb(compactorBytes)} where it is made; loaded in ${seconds(ms)}`,
  );
};

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
