import type { Portal } from '../../infra/local/portal.ts';
import { brotliBytes } from '../support/page-bytes.ts';
import type { BenchSize } from './bench-size.ts';
import type { MeteringProxy } from './metering-proxy.ts';

/** Prints the size of each page, its renders per second one after another, and the calls to the table. */
export const benchRenders = async (
  portal: Portal,
  paths: Record<string, string>,
  { meter }: Pick<MeteringProxy, 'meter'>,
  { rateMs }: BenchSize,
) => {
  console.log(
    'Pages: bytes as they are and as brotli (5); pages a second, one after another; calls to the table',
  );
  for (const [name, path] of Object.entries(paths)) {
    const { result: html, usage } = await meter(() => getPage(portal, path));
    const size = `${Buffer.byteLength(html)} B  ${brotliBytes(html)} B br`;
    const perSecond = await rate(() => getPage(portal, path), rateMs);
    const rateText = `${perSecond.toFixed(0)}/s`;
    console.log(`  ${name.padEnd(10)} ${size.padEnd(28)} ${rateText.padEnd(8)} ${usage.calls.join(', ')}`);
  }
};

const getPage = async (portal: Portal, path: string) => {
  const reply = await fetch(portal.url + path);
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply.text();
};

const rate = async (work: () => Promise<unknown>, durationMs: number) => {
  const start = performance.now();
  let done = 0;
  for (; performance.now() - start < durationMs; done += 1) await work();
  return (done * 1000) / (performance.now() - start);
};
