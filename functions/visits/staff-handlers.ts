import { newActivity } from '../../shared/activity/activity.ts';
import type { ActivityRecorder } from '../../shared/activity/activity-store.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { actorOf, assertAdmin } from '../../shared/http/actor.ts';
import { csvReply } from '../../shared/http/csv-reply.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply, noStore, versionEtag } from '../../shared/http/reply.ts';
import { ifMatch, parseBody, parseQuery } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { localDay } from '../../shared/time/local-day.ts';
import type { PublishedStore } from '../../shared/visits/published-store.ts';
import { balanceReply, visitHistoryReply } from '../../shared/visits/replies.ts';
import { balanceRequest, historyQuery } from '../../shared/visits/requests.ts';
import type { StatisticsStore } from '../../shared/visits/statistics-store.ts';
import { type OpeningBalance, totalsAt } from '../../shared/visits/tally.ts';
import type { VisitHistory } from '../../shared/visits/visit-history.ts';
import { listDayVisits, visitsByPeriod } from '../../shared/visits/visits-by-period.ts';
import type { CurrentStatistics } from './current-statistics.ts';
import { dayRangeOf } from './day-range.ts';

type Dependencies = {
  record: ActivityRecorder;
  newId: () => string;
  history: VisitHistory;
  published: PublishedStore;
  store: StatisticsStore;
  statistics: CurrentStatistics;
  clock: () => Date;
};

const rangeLimit = { limitDays: 3_660, limitInWords: 'mười năm' };
const periodNames = { day: 'Ngày', month: 'Tháng', year: 'Năm' };

/** Routes of the staff: all read the history of visits, admins set the opening balance. */
export const staffHandlers = ({
  history,
  published,
  store,
  statistics,
  clock,
  record,
  newId,
}: Dependencies): Handlers<Extract<RouteKey<'visits'>, `${string} /api/admin/visits${string}`>> => ({
  'GET /api/admin/visits': async (event) => {
    actorOf(event);
    const now = clock();
    const today = localDay(now);
    const { format, by, ...requested } = parseQuery(event, historyQuery);
    const range = dayRangeOf(requested, today, rangeLimit);
    const { statistics: latest, mostRead } = await published.forPages();
    // Nothing is published before the first visit, nor when that failed.
    const { tally: known, opening } = latest.tally ? latest : await statistics.read(now);
    const { counts, tally } = known ? await history(range, known, today) : { counts: {}, tally: null };
    const days = listDayVisits(counts, { ...range, since: tally?.since ?? null, today });
    const items = visitsByPeriod(days, by);
    if (format === 'csv') {
      return csvReply({
        fileName: `luot-truy-cap-${range.from}-${range.to}`,
        header: [periodNames[by], 'Lượt truy cập'],
        rows: items.map(({ day, visits }) => [day, visits]),
      });
    }
    return jsonReply(200, visitHistoryReply, {
      items,
      next: null,
      ...totalsAt(tally, opening, now),
      counted: tally?.total ?? 0,
      openingBalance: opening,
      mostRead,
    });
  },

  'GET /api/admin/visits/opening-balance': async (event) => {
    actorOf(event);
    return okBalance(await store.openingBalance());
  },

  'PUT /api/admin/visits/opening-balance': async (event) => {
    const actor = actorOf(event);
    assertAdmin(actor);
    const version = ifMatch(event);
    const balance = parseBody(event, balanceRequest);
    const now = clock();
    if (balance.since !== null && balance.since > localDay(now)) {
      throw invalidField('since', 'Ngày này chưa đến');
    }
    const saved = { by: actor.name, at: now.toISOString() };
    const entry = newActivity(
      { actor, now, newId },
      {
        action: 'save',
        subject: { kind: 'opening-balance', id: 'site' },
        title: balanceInWords(balance),
        version: version + 1,
      },
    );
    if (!(await store.saveOpeningBalance(balance, version, saved, record(entry)))) {
      const current = await store.openingBalance();
      throw new PortalError('stale_version', 'Số đã được người khác sửa; hãy tải lại.', {
        extra: { version: current.version },
      });
    }
    await statistics.readAndPublish(now);
    return okBalance({ balance, version: version + 1 });
  },
});

/** As the activity log shows it. */
const balanceInWords = ({ visits, since }: OpeningBalance): string =>
  `${visits} lượt${since === null ? '' : ` từ ngày ${since}`}`;

const okBalance = ({ balance, version }: { balance: OpeningBalance; version: number }) =>
  jsonReply(200, balanceReply, balance, { ...noStore, ...versionEtag(version) });
