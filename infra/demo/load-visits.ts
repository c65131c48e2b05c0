import { randomUUID } from 'node:crypto';
import type { OfficeApi, RunningPortal } from './office-api.ts';

/** Readers of the newest articles, in order. */
const readerCounts = [9, 7, 6, 4, 3, 2, 1];
/** The count of the ward's former site. */
const openingBalance = { visits: 48_312, since: '2021-06-01' };
const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

/** Sends some visits, as pages in a browser would, and saves an opening balance; does nothing when anything was counted before. */
export const loadVisits = async (portal: RunningPortal, api: OfficeApi) => {
  const { counted } = (await api.call<{ counted: number }>('/visits')).body;
  if (counted > 0) return;
  const { items } = (await (await fetch(`${portal.url}/api/articles`)).json()) as { items: { id: string }[] };
  for (const [place, readers] of readerCounts.entries()) {
    for (let reader = 0; reader < readers; reader += 1) await sendBeacon(portal, items[place]?.id);
  }
  const { version } = await api.call('/visits/opening-balance');
  if (version === 0) {
    await api.call('/visits/opening-balance', { method: 'PUT', ifMatch: version, body: openingBalance });
  }
  // The staff's reply publishes the most-read lists for readers.
  await api.call('/visits');
};

/** Sends the beacon of a new visit, as a phone's browser would. */
export const sendBeacon = async ({ url }: RunningPortal, article: string | undefined) => {
  const reply = await fetch(`${url}/api/visits`, {
    method: 'POST',
    headers: { 'user-agent': phone, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ visit: randomUUID(), article }),
  });
  if (!reply.ok) throw new Error(`A visit was refused: ${reply.status} ${await reply.text()}`);
};
