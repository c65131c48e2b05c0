import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Figures } from '../../shared/visits/figures.ts';
import { totalsReply as totalsSchema } from '../../shared/visits/replies.ts';
import { totalsAt } from '../../shared/visits/tally.ts';
import { beacon } from '../../shared/visits/visit.ts';
import type { VisitStore } from '../../shared/visits/visit-store.ts';
import type { MostReadList } from './most-read-list.ts';
import { assertSameSite, isReader } from './reader.ts';
import type { RecentFigures } from './recent-figures.ts';

type Dependencies = {
  visits: VisitStore;
  figures: RecentFigures;
  mostRead: MostReadList;
  /** `https://…`, or empty: see `readEnv`. */
  origin: string;
  clock: () => Date;
  /** Told why something that may wait was not done. */
  onPostponed: (error: unknown) => void;
};

/** Larger than a beacon can be, which is two ids. */
const beaconLimitBytes = 512;

/** The readers' routes: a beacon is counted, and both tell the totals. */
export const visitHandlers = ({
  visits,
  figures,
  mostRead,
  origin,
  clock,
  onPostponed,
}: Dependencies): Handlers<Extract<RouteKey<'visits'>, `${string} /api/visits`>> => {
  /** The beacon is counted by now: a failure here is no reason to have it sent again. */
  const bringUpToDate = async (now: Date) => {
    const done = await Promise.allSettled([figures.writeDownIfDue(now), mostRead.renewIfDue(now)]);
    for (const outcome of done) if (outcome.status === 'rejected') onPostponed(outcome.reason);
  };

  return {
    'POST /api/visits': async (event) => {
      assertSameSite(event, origin);
      const sent = parseBody(event, beacon, beaconLimitBytes);
      const now = clock();
      const before = await figures.get(now);
      if (!isReader(event)) return totalsReply(before, now);
      figures.add(await visits.count(sent, now));
      await bringUpToDate(now);
      return totalsReply(await figures.get(now), now);
    },

    'GET /api/visits': async () => {
      const now = clock();
      return totalsReply(await figures.get(now), now);
    },
  };
};

const totalsReply = ({ tally, opening }: Figures, now: Date) =>
  jsonReply(200, totalsSchema, totalsAt(tally, opening, now));
