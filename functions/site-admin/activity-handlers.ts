import type { ActivityStore } from '../../shared/activity/activity-store.ts';
import { activityListReply } from '../../shared/activity/replies.ts';
import { activityQuery } from '../../shared/activity/requests.ts';
import { actorOf, assertEditor } from '../../shared/http/actor.ts';
import { activityPosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import { localDay } from '../../shared/time/local-day.ts';

type Dependencies = { activity: ActivityStore; clock: () => Date };

/** The activity log by day, article or image, for editors and admins. */
export const activityHandlers = ({ activity, clock }: Dependencies): Handlers<'GET /api/admin/activity'> => ({
  'GET /api/admin/activity': async (event) => {
    assertEditor(actorOf(event));
    const { day = localDay(clock()), article, image, cursor, limit } = parseQuery(event, activityQuery);
    const of = article
      ? { subject: { kind: 'article' as const, id: article } }
      : image
        ? { subject: { kind: 'image' as const, id: image } }
        : { day };
    const list = article ?? image ?? day;
    const before = decodeCursor(list, cursor, activityPosition);
    const { items, next } = await activity.list({ of, before, limit });
    return jsonReply(200, activityListReply, { items, next: next && encodeCursor(list, next) });
  },
});
