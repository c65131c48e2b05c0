import lighthouse from 'lighthouse';
import { freePort } from '../../infra/local/free-port.ts';
import { httpProxy } from '../../infra/local/http-proxy.ts';
import { debuggableChromium } from '../bench/debuggable-chromium.ts';
import { median } from '../bench/median.ts';

/** The limits of the ministry, in milliseconds, by the audit of Lighthouse that measures each. The source is in criteria.ts. */
export const speedLimitsMs = {
  'first-contentful-paint': 3000,
  'largest-contentful-paint': 4000,
  'speed-index': 5800,
  'total-blocking-time': 600,
} as const;
export type SpeedAudit = keyof typeof speedLimitsMs;

/** Milliseconds of each run, by audit. */
export type PageSpeed = { name: string; path: string; runsMs: Record<SpeedAudit, number[]> };

const audits = Object.keys(speedLimitsMs) as SpeedAudit[];

/** The median of a page's runs, in milliseconds. */
export const medianMs = ({ runsMs }: PageSpeed, audit: SpeedAudit): number => median(runsMs[audit]);

/**
 * Measures pages `runs` times each as Lighthouse's slow phone does: 150 ms to the server, 1.6 Mbit/s, a processor four times slower.
 * https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
export const measureSpeed = async (
  site: URL,
  pages: readonly (readonly [name: string, path: string])[],
  runs: number,
): Promise<PageSpeed[]> => {
  const port = await freePort();
  const proxy = siteWithoutReferrerPolicy(site);
  const address = await proxy.start(site.origin);
  const browser = await debuggableChromium(port);
  try {
    const measured: PageSpeed[] = [];
    for (const [name, path] of pages) {
      const results: Record<SpeedAudit, number>[] = [];
      for (let run = 0; run < runs; run += 1) results.push(await measure(address + path, port));
      measured.push({ name, path, runsMs: byAudit((audit) => results.map((result) => result[audit])) });
    }
    return measured;
  } finally {
    await browser.close();
    proxy.stop();
  }
};

/** The site on this machine, without a header that npm's Chromium cannot take from Lighthouse (see test/bench/lighthouse.ts). */
const siteWithoutReferrerPolicy = (site: URL) =>
  httpProxy(async (request, forward) => {
    const reply = await forward({ ...request, headers: { ...request.headers, host: site.host } });
    const { 'referrer-policy': _, ...headers } = reply.headers;
    return { ...reply, headers };
  });

const measure = async (url: string, port: number): Promise<Record<SpeedAudit, number>> => {
  const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: ['performance'] });
  const error = result?.lhr.runtimeError;
  if (!result || error) throw new Error(`Lighthouse could not measure ${url}: ${error?.message}`);
  return byAudit((audit) => result.lhr.audits[audit]?.numericValue ?? Number.NaN);
};

const byAudit = <T>(of: (audit: SpeedAudit) => T) =>
  Object.fromEntries(audits.map((audit) => [audit, of(audit)])) as Record<SpeedAudit, T>;
