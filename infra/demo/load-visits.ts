import { randomUUID } from 'node:crypto';
import type { OfficeApi, RunningPortal } from './office-api.ts';

/** Visits of the demonstration: the nth newest article is read by fewer of them than the one before. */
const readersOf = [9, 7, 6, 4, 3, 2, 1];
/** What the ward's old site had counted. */
const openingBalance = { visits: 48_312, since: '2021-06-01' };
const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

/** Some visits, as the pages of a browser would report them, and an opening balance; nothing where something was counted already. */
export const loadVisits = async (portal: RunningPortal, api: OfficeApi) => {
  const { counted } = (await api.call<{ counted: number }>('/visits')).body;
  if (counted > 0) return;
  const { items } = (await (await fetch(`${portal.url}/api/articles`)).json()) as { items: { id: string }[] };
  for (const [place, readers] of readersOf.entries()) {
    for (let reader = 0; reader < readers; reader += 1) await sendBeacon(portal, items[place]?.id);
  }
  const { version } = await api.call('/visits/opening-balance');
  if (version === 0) {
    await api.call('/visits/opening-balance', { method: 'PUT', ifMatch: version, body: openingBalance });
  }
  // Who looks in the office sees the newest list, and readers after that.
  await api.call('/visits');
};

/** The beacon of a new visit, as a phone's browser sends it. */
export const sendBeacon = async ({ url }: RunningPortal, article: string | undefined) => {
  const reply = await fetch(`${url}/api/visits`, {
    method: 'POST',
    headers: { 'user-agent': phone, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ visit: randomUUID(), article }),
  });
  if (!reply.ok) throw new Error(`A visit was refused: ${reply.status} ${await reply.text()}`);
};
