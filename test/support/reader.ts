import { randomUUID } from 'node:crypto';
import type { Totals } from '../../shared/visits/tally.ts';

/** A phone's browser as it names itself. */
export const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

type Beacon = { visit?: string; article?: string };
type Options = { raw?: string; headers?: Record<string, string> };

/** A reader's browser without a window: beacons as a page sends them, over HTTP. */
export const reader = ({ url }: { url: string }) => {
  const send = (beacon: Beacon, { raw, headers }: Options = {}) =>
    fetch(`${url}/api/visits`, {
      method: 'POST',
      headers: { 'user-agent': phone, 'sec-fetch-site': 'same-origin', ...headers },
      body: raw ?? JSON.stringify(beacon),
    });

  return {
    send,
    /** Counts a visit, a new one unless it is named; the totals that it is answered with. */
    async visit({ visit = randomUUID(), article }: Beacon = {}): Promise<Totals> {
      const reply = await send({ visit, ...(article && { article }) });
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
      return (await reply.json()) as Totals;
    },
    totals: async (): Promise<Totals> => (await (await fetch(`${url}/api/visits`)).json()) as Totals,
  };
};
