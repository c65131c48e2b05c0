import lighthouse from 'lighthouse';
import { freePort } from '../../infra/local/free-port.ts';
import { httpProxy } from '../../infra/local/http-proxy.ts';
import type { Portal } from '../../infra/local/portal.ts';
import type { BenchSize } from './bench-size.ts';
import { debuggableChromium } from './debuggable-chromium.ts';
import { median } from './median.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

type Request = { resourceType: string; transferSize: number };
type Measurement = {
  scores: number[];
  lcpMs: number;
  tbtMs: number;
  cls: number;
  htmlBytes: number;
  otherBytes: number;
  imageBytes: number;
  requests: number;
  /** Scored audits below 0.9, with what Lighthouse says of them. */
  failedAudits: string[];
};

/**
 * Prints the Lighthouse (https://developer.chrome.com/docs/lighthouse) scores and transfer sizes of each page
 * on a slow phone and network, medians of several runs.
 */
export const benchLighthouse = async (
  portal: Portal,
  paths: Record<string, string>,
  { lighthouseRuns, lighthousePages }: BenchSize,
) => {
  console.log(
    `Lighthouse (mobile), median of ${lighthouseRuns}: ${categories.join(', ')}; LCP, TBT, CLS; bytes of HTML, of all but images, of images; requests`,
  );
  const port = await freePort();
  const proxy = proxyWithoutReferrerPolicy();
  const browser = await debuggableChromium(port, await proxy.start());
  try {
    for (const [name, path] of Object.entries(paths).slice(0, lighthousePages)) {
      const measured: Measurement[] = [];
      for (let run = 0; run < lighthouseRuns; run += 1) measured.push(await measure(portal.url + path, port));
      report(name, measured);
    }
  } finally {
    await browser.close();
    proxy.stop();
  }
};

const report = (name: string, measured: readonly Measurement[]) => {
  const medianOf = (pick: (run: Measurement) => number) => median(measured.map(pick));
  const scores = categories.map((_, index) => medianOf(({ scores: each }) => each[index] ?? 0)).join(' ');
  const times = `LCP ${medianOf((m) => m.lcpMs).toFixed(0)} ms  TBT ${medianOf((m) => m.tbtMs).toFixed(0)} ms  CLS ${medianOf((m) => m.cls)}`;
  const bytes = `${medianOf((m) => m.htmlBytes)} B  ${medianOf((m) => m.otherBytes)} B  ${medianOf((m) => m.imageBytes)} B`;
  console.log(
    `  ${name.padEnd(10)} ${scores.padEnd(17)} ${times}  ${bytes}  ${medianOf((m) => m.requests)} requests`,
  );
  for (const audit of new Set(measured.flatMap(({ failedAudits }) => failedAudits)))
    console.log(`    ${audit}`);
};

/**
 * Removes `referrer-policy` from every reply: npm's Chromium aborts a navigation of Lighthouse whose reply has one,
 * whatever its value (147.0 with Lighthouse 13.5).
 */
const proxyWithoutReferrerPolicy = () =>
  httpProxy(async (request, forward) => {
    const reply = await forward(request);
    const { 'referrer-policy': _, ...headers } = reply.headers;
    return { ...reply, headers };
  });

const measure = async (url: string, port: number): Promise<Measurement> => {
  const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: categories });
  const error = result?.lhr.runtimeError;
  if (!result || error) throw new Error(`Lighthouse could not measure ${url}: ${error?.message}`);
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
    failedAudits: scoredAudits
      .filter(({ id }) => (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`),
  };
};
