import { randomUUID } from 'node:crypto';
import type { PortalClient } from '../../shared/api/client.ts';
import type { RunningPortal } from './admin-api.ts';

/** Visits that read each of the newest articles, the newest first. */
const readersByArticle = [9, 7, 6, 4, 3, 2, 1];
/** The count of the ward's previous site. */
const openingBalance = { visits: 48_312, since: '2021-06-01' };
const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

/** Sends some visits and saves an opening balance; does nothing once a visit was counted. */
export const loadVisits = async (portal: RunningPortal, client: PortalClient) => {
  const { body: history } = await client.call('GET /api/admin/visits');
  if (history.counted > 0) return;
  const { body: newest } = await client.call('GET /api/articles');
  for (const [index, readers] of readersByArticle.entries()) {
    for (let reader = 0; reader < readers; reader += 1) await sendBeacon(portal, newest.items[index]?.id);
  }
  const { version } = await client.call('GET /api/admin/visits/opening-balance');
  if (version === null) {
    await client.call('PUT /api/admin/visits/opening-balance', { ifMatch: 0, body: openingBalance });
  }
};

/** Sends the beacon of a new visit, as a phone's browser does. */
export const sendBeacon = async ({ url }: RunningPortal, article: string | undefined) => {
  const reply = await fetch(`${url}/api/visits`, {
    method: 'POST',
    headers: { 'user-agent': phone, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ visit: randomUUID(), articles: article === undefined ? [] : [article] }),
  });
  if (!reply.ok) throw new Error(`A visit was refused: ${reply.status} ${await reply.text()}`);
};
