import { invalidField, PortalError } from '../../shared/errors.ts';
import { actorOf, assertAdmin } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply, noStore, versionEtag } from '../../shared/http/reply.ts';
import { ifMatch, parseBody, parseQuery } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { addDays, localDay } from '../../shared/time/local-day.ts';
import type { FiguresStore } from '../../shared/visits/figures-store.ts';
import type { HistoryStore } from '../../shared/visits/history-store.ts';
import { visitHistoryReply } from '../../shared/visits/replies.ts';
import { balanceRequest, historyQuery } from '../../shared/visits/requests.ts';
import { type OpeningBalance, openingBalance, totalsAt } from '../../shared/visits/tally.ts';
import { csvReply } from './csv-reply.ts';
import { daysOf } from './history.ts';
import type { MostReadList } from './most-read-list.ts';
import type { RecentFigures } from './recent-figures.ts';

type Dependencies = {
  history: HistoryStore;
  store: FiguresStore;
  figures: RecentFigures;
  mostRead: MostReadList;
  clock: () => Date;
};

/** Days that one answer may hold: ten years. */
const rangeLimitDays = 3_660;
/** Days that are listed when no range is asked for. */
const defaultDays = 30;

/** The office's routes: the history of visits for everyone there, the opening balance for admins to set. */
export const officeHandlers = ({
  history,
  store,
  figures,
  mostRead,
  clock,
}: Dependencies): Handlers<Extract<RouteKey<'visits'>, `${string} /api/admin/${string}`>> => ({
  'GET /api/admin/visits': async (event) => {
    actorOf(event);
    const now = clock();
    const { format, ...asked } = parseQuery(event, historyQuery);
    const range = rangeOf(asked, localDay(now));
    const [visitsByDay, { tally, opening }] = await Promise.all([
      history.visitsByDay(range),
      figures.get(now),
    ]);
    const items = daysOf(visitsByDay, { ...range, since: tally?.since ?? null, today: localDay(now) });
    if (format === 'csv') return csvReply(items, range);
    return jsonReply(200, visitHistoryReply, {
      items,
      next: null,
      ...totalsAt(tally, opening, now),
      counted: tally?.total ?? 0,
      openingBalance: opening,
      mostRead: await mostRead.renew(now),
    });
  },

  'GET /api/admin/visits/opening-balance': async (event) => {
    actorOf(event);
    return balanceReply(await store.openingBalance());
  },

  'PUT /api/admin/visits/opening-balance': async (event) => {
    const actor = actorOf(event);
    assertAdmin(actor);
    const seen = ifMatch(event);
    const balance = parseBody(event, balanceRequest);
    const now = clock();
    if (balance.since !== null && balance.since > localDay(now)) {
      throw invalidField('since', 'Ngày này chưa đến');
    }
    const saved = { by: actor.name, at: now.toISOString() };
    if (!(await store.saveOpeningBalance(balance, seen, saved))) {
      const { version } = await store.openingBalance();
      throw new PortalError('stale_version', 'Số đã được người khác sửa; hãy tải lại.', {
        extra: { version },
      });
    }
    await figures.renew(now);
    return balanceReply({ balance, version: seen + 1 });
  },
});

const balanceReply = ({ balance, version }: { balance: OpeningBalance; version: number }) =>
  jsonReply(200, openingBalance, balance, { ...noStore, ...versionEtag(version) });

/** The days asked for; without a word the last thirty. Throws `invalid_fields` for a range that runs backwards or is too long. */
const rangeOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string) => {
  const last = to ?? today;
  const first = from ?? addDays(last, 1 - defaultDays);
  if (first > last) throw invalidField('from', 'Ngày đầu phải trước ngày cuối');
  if (first < addDays(last, -rangeLimitDays)) throw invalidField('from', 'Tối đa mười năm một lần');
  return { from: first, to: last };
};
