import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { totalsReply } from '../../shared/visits/replies.ts';
import { totalsAt } from '../../shared/visits/tally.ts';
import { type Beacon, beacon } from '../../shared/visits/visit.ts';
import type { VisitStatistics } from '../../shared/visits/visit-statistics.ts';
import type { VisitStore } from '../../shared/visits/visit-store.ts';
import type { ArticleVisibility } from './article-visibility.ts';
import type { CurrentStatistics } from './current-statistics.ts';
import { assertSameSite, isReader } from './reader-detection.ts';

type Dependencies = {
  visits: Pick<VisitStore, 'count'>;
  statistics: CurrentStatistics;
  visibleOf: ArticleVisibility;
  /** `https://…`: the site's own origin. */
  origin: string;
  clock: () => Date;
  /** Called with the error of a failed publication, which a later beacon repeats. */
  onPublishFailure: (error: unknown) => void;
  /** Called with the error of a failed look-up of articles, whose reads are then not counted. */
  onLookupFailure: (error: unknown) => void;
};

/** Maximum size of a beacon, which holds eleven ids. */
const beaconLimitBytes = 512;

/** Routes of the readers: count a beacon, and reply with the totals. */
export const visitHandlers = ({
  visits,
  statistics,
  visibleOf,
  origin,
  clock,
  onPublishFailure,
  onLookupFailure,
}: Dependencies): Handlers<Extract<RouteKey<'visits'>, `${string} /api/visits`>> => {
  /** The beacon without articles that readers cannot see. The visit counts in any case. */
  const countable = async ({ visit, articles }: Beacon, now: Date): Promise<Beacon> => {
    try {
      return { visit, articles: await visibleOf(articles, now) };
    } catch (error) {
      onLookupFailure(error);
      return { visit, articles: [] };
    }
  };

  return {
    'POST /api/visits': async (event) => {
      assertSameSite(event, origin);
      const sent = parseBody(event, beacon, beaconLimitBytes);
      const now = clock();
      if (!isReader(event)) return okTotals(await statistics.read(now), now);
      await visits.count(await countable(sent, now), now);
      const current = await statistics.read(now);
      // The beacon is counted by now: a failure here must not make the page send it again.
      await statistics.publishIfDue(current, now).catch(onPublishFailure);
      return okTotals(current, now);
    },

    'GET /api/visits': async () => {
      const now = clock();
      return okTotals(await statistics.read(now), now);
    },
  };
};

const okTotals = ({ tally, opening }: VisitStatistics, now: Date) =>
  jsonReply(200, totalsReply, totalsAt(tally, opening, now));
