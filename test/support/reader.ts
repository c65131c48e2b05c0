import { randomUUID } from 'node:crypto';
import type { Totals } from '../../shared/visits/tally.ts';

/** The user agent of a phone's browser. */
export const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

type Beacon = { visit?: string; articles?: readonly string[] };
type Options = { raw?: string; headers?: Record<string, string> };

/** A reader without a browser: sends beacons as a page does. */
export const reader = ({ url }: { url: string }) => {
  const send = (beacon: Beacon, { raw, headers }: Options = {}) =>
    fetch(`${url}/api/visits`, {
      method: 'POST',
      headers: { 'user-agent': phone, 'sec-fetch-site': 'same-origin', ...headers },
      body: raw ?? JSON.stringify(beacon),
    });

  return {
    send,
    /** Counts a visit, a new one unless it is given. Returns the totals. */
    async visit({ visit = randomUUID(), articles = [] }: Beacon = {}): Promise<Totals> {
      const reply = await send({ visit, articles });
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
      return (await reply.json()) as Totals;
    },
    totals: async (): Promise<Totals> => (await (await fetch(`${url}/api/visits`)).json()) as Totals,
  };
};
