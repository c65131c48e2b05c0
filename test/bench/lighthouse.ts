import lighthouse from 'lighthouse';
import { freePort } from '../../infra/local/free-port.ts';
import type { Portal } from '../../infra/local/portal.ts';
import { debuggableChromium } from './debuggable-chromium.ts';
import { startHeaderProxy } from './header-proxy.ts';
import { median } from './median.ts';

const runs = 5;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

type Request = { resourceType: string; transferSize: number };
type Measured = {
  scores: number[];
  lcpMs: number;
  tbtMs: number;
  cls: number;
  htmlBytes: number;
  otherBytes: number;
  imageBytes: number;
  requests: number;
  failed: string[];
};

/** Medians of Lighthouse's scores for each page on a slow phone and network, and the bytes of a view. https://developer.chrome.com/docs/lighthouse */
export const benchLighthouse = async (portal: Portal, paths: Record<string, string>) => {
  console.log(
    `Lighthouse (mobile), median of ${runs}: ${categories.join(', ')}; LCP, TBT, CLS; bytes of HTML, of all but images, of images; requests`,
  );
  const port = await freePort();
  const proxy = await startHeaderProxy();
  const browser = await debuggableChromium(port, proxy.port);
  try {
    for (const [name, path] of Object.entries(paths)) {
      const measured: Measured[] = [];
      for (let run = 0; run < runs; run += 1) measured.push(await measure(portal.url + path, port));
      const of = (pick: (one: Measured) => number) => median(measured.map(pick));
      const scores = categories.map((_, index) => of(({ scores: each }) => each[index] ?? 0)).join(' ');
      const times = `LCP ${of((m) => m.lcpMs).toFixed(0)} ms  TBT ${of((m) => m.tbtMs).toFixed(0)} ms  CLS ${of((m) => m.cls)}`;
      const bytes = `${of((m) => m.htmlBytes)} B  ${of((m) => m.otherBytes)} B  ${of((m) => m.imageBytes)} B`;
      console.log(
        `  ${name.padEnd(10)} ${scores.padEnd(17)} ${times}  ${bytes}  ${of((m) => m.requests)} requests`,
      );
      for (const audit of new Set(measured.flatMap(({ failed }) => failed))) console.log(`    ${audit}`);
    }
  } finally {
    await browser.close();
    proxy.stop();
  }
};

const measure = async (url: string, port: number): Promise<Measured> => {
  const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: categories });
  const error = result?.lhr.runtimeError;
  if (!result || error) throw new Error(`Lighthouse measured nothing of ${url}: ${error?.message}`);
  const { audits, categories: scored } = result.lhr;
  const numberOf = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const details = audits['network-requests']?.details as { items?: Request[] } | undefined;
  const requests = (details?.items ?? []).filter(({ transferSize }) => transferSize > 0);
  const bytesOf = (isCounted: (type: string) => boolean) =>
    requests
      .filter(({ resourceType }) => isCounted(resourceType))
      .reduce((sum, request) => sum + request.transferSize, 0);
  const scoredAudits = categories
    .flatMap((id) => scored[id]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0);
  return {
    scores: categories.map((id) => Math.round((scored[id]?.score ?? 0) * 100)),
    lcpMs: numberOf('largest-contentful-paint'),
    tbtMs: numberOf('total-blocking-time'),
    cls: numberOf('cumulative-layout-shift'),
    htmlBytes: bytesOf((type) => type === 'Document'),
    otherBytes: bytesOf((type) => type !== 'Image'),
    imageBytes: bytesOf((type) => type === 'Image'),
    requests: requests.length,
    failed: scoredAudits
      .filter(({ id }) => (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`),
  };
};
