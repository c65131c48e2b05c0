import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { totalsReply } from '../../shared/visits/replies.ts';
import { totalsAt } from '../../shared/visits/tally.ts';
import { beacon } from '../../shared/visits/visit.ts';
import type { VisitStatistics } from '../../shared/visits/visit-statistics.ts';
import type { CurrentStatistics } from './current-statistics.ts';
import type { MostReadList } from './most-read-list.ts';
import { assertSameSite, isReader } from './reader-detection.ts';

type Dependencies = {
  statistics: CurrentStatistics;
  mostRead: MostReadList;
  /** `https://…`: the site's own origin. */
  origin: string;
  clock: () => Date;
  /** Called with the error of a failed publication, which a later beacon repeats. */
  onPublishFailure: (error: unknown) => void;
};

/** Maximum size of a beacon, which holds two ids. */
const beaconLimitBytes = 512;

/** Routes of the readers: count a beacon, and reply with the totals. */
export const visitHandlers = ({
  statistics,
  mostRead,
  origin,
  clock,
  onPublishFailure,
}: Dependencies): Handlers<Extract<RouteKey<'visits'>, `${string} /api/visits`>> => {
  /** The beacon is counted by now: a failure here must not make the page send it again. */
  const publishStatistics = async (now: Date) => {
    const outcomes = await Promise.allSettled([statistics.publishIfDue(now), mostRead.publishIfDue(now)]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') onPublishFailure(outcome.reason);
  };

  return {
    'POST /api/visits': async (event) => {
      assertSameSite(event, origin);
      const visit = parseBody(event, beacon, beaconLimitBytes);
      const now = clock();
      if (!isReader(event)) return okTotals(await statistics.get(now), now);
      const counted = await statistics.count(visit, now);
      await publishStatistics(now);
      return okTotals(counted, now);
    },

    'GET /api/visits': async () => {
      const now = clock();
      return okTotals(await statistics.get(now), now);
    },
  };
};

const okTotals = ({ tally, opening }: VisitStatistics, now: Date) =>
  jsonReply(200, totalsReply, totalsAt(tally, opening, now));
