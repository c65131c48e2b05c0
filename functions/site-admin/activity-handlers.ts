import { type ActivityFilter, dayLimit, isTooLong, toDays } from '../../shared/activity/activity-filter.ts';
import type { ActivityStore } from '../../shared/activity/activity-store.ts';
import { activityListReply } from '../../shared/activity/replies.ts';
import { activityQuery } from '../../shared/activity/requests.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { actorOf, assertEditor } from '../../shared/http/actor.ts';
import { activityPosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import { localDay } from '../../shared/time/local-day.ts';
import { activityCsv } from './activity-csv.ts';

type Dependencies = { activity: ActivityStore; clock: () => Date };

/** Entries that a page reads at most to find those that are wanted: 50 read units. */
const pageReadLimit = 1_000;
/** Entries that a CSV file reads at most: 250 read units, and a reply within Lambda's 6 MB. */
const csvReadLimit = 5_000;
const tooManyForCsv = 'Bảng có tối đa 5.000 việc. Hãy chọn ít ngày hơn rồi tải từng phần.';

/** The activity log, for editors and admins. */
export const activityHandlers = ({ activity, clock }: Dependencies): Handlers<'GET /api/admin/activity'> => {
  /** Throws `invalid_fields` for more days than a list without a subject or a person may have. */
  const parse = (event: HttpEvent) => {
    const { article, image, by, kind, from, to, ...page } = parseQuery(event, activityQuery);
    const today = localDay(clock());
    const id = article ?? image;
    const subject =
      id === undefined ? undefined : { kind: article ? ('article' as const) : ('image' as const), id };
    const isByDay = subject === undefined && by === undefined;
    const days = toDays({ from, to }, today) ?? (isByDay ? { from: today, to: today } : null);
    if (isByDay && days && isTooLong(days)) {
      throw invalidField('from', `Tối đa ${dayLimit} ngày, nếu không chọn bài, ảnh hay người`);
    }
    const filter: ActivityFilter = { subject, by, kind, days };
    return { filter, ...page };
  };

  return {
    'GET /api/admin/activity': async (event) => {
      assertEditor(actorOf(event));
      const { filter, format, cursor, limit } = parse(event);
      if (format === 'csv') {
        const all = { filter, before: null, limit: csvReadLimit, readLimit: csvReadLimit };
        const { items, next } = await activity.list(all);
        if (next !== null) {
          const fields = [{ field: 'from', reason: `Quá ${csvReadLimit} việc` }];
          throw new PortalError('invalid_fields', tooManyForCsv, { fields });
        }
        return activityCsv(items, filter);
      }
      const list = JSON.stringify(filter);
      const before = decodeCursor(list, cursor, activityPosition);
      const { items, next } = await activity.list({ filter, before, limit, readLimit: pageReadLimit });
      return jsonReply(200, activityListReply, { items, next: next && encodeCursor(list, next) });
    },
  };
};
