import { newActivity } from '../../shared/activity/activity.ts';
import type { ActivityRecorder } from '../../shared/activity/activity-store.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { actorOf, assertAdmin } from '../../shared/http/actor.ts';
import { csvReply } from '../../shared/http/csv-reply.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply, noStore, versionEtag } from '../../shared/http/reply.ts';
import { ifMatch, parseBody, parseQuery } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { addDays, localDay } from '../../shared/time/local-day.ts';
import type { HistoryStore } from '../../shared/visits/history-store.ts';
import { balanceReply, visitHistoryReply } from '../../shared/visits/replies.ts';
import { balanceRequest, historyQuery } from '../../shared/visits/requests.ts';
import type { StatisticsStore } from '../../shared/visits/statistics-store.ts';
import { type OpeningBalance, totalsAt } from '../../shared/visits/tally.ts';
import type { CurrentStatistics } from './current-statistics.ts';
import { listDayVisits } from './visits-by-day.ts';

type Dependencies = {
  record: ActivityRecorder;
  newId: () => string;
  history: HistoryStore;
  store: StatisticsStore;
  statistics: CurrentStatistics;
  clock: () => Date;
};

/** Maximum days of one reply: ten years. */
const rangeLimitDays = 3_660;
/** Days of a reply without a range. */
const defaultDays = 30;

/** Routes of the staff: all read the history of visits, admins set the opening balance. */
export const staffHandlers = ({
  history,
  store,
  statistics,
  clock,
  record,
  newId,
}: Dependencies): Handlers<Extract<RouteKey<'visits'>, `${string} /api/admin/${string}`>> => ({
  'GET /api/admin/visits': async (event) => {
    actorOf(event);
    const now = clock();
    const { format, ...requested } = parseQuery(event, historyQuery);
    const range = rangeOf(requested, localDay(now));
    const [visitsByDay, { tally, opening }, { mostRead }] = await Promise.all([
      history.visitsByDay(range),
      statistics.read(now),
      store.mostRead(),
    ]);
    const items = listDayVisits(visitsByDay, { ...range, since: tally?.since ?? null, today: localDay(now) });
    if (format === 'csv') {
      return csvReply({
        fileName: `luot-truy-cap-${range.from}-${range.to}`,
        header: ['Ngày', 'Lượt truy cập'],
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

/** The requested days; the last thirty by default. Throws `invalid_fields` for a range that is reversed or too long. */
const rangeOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string) => {
  const last = to ?? today;
  const first = from ?? addDays(last, 1 - defaultDays);
  if (first > last) throw invalidField('from', 'Ngày đầu phải trước ngày cuối');
  if (first < addDays(last, -rangeLimitDays)) throw invalidField('from', 'Tối đa mười năm một lần');
  return { from: first, to: last };
};
