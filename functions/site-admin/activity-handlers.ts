import type { ActivityStore } from '../../shared/activity/activity-store.ts';
import { activityQuery } from '../../shared/activity/requests.ts';
import { actorOf, assertEditor } from '../../shared/http/actor.ts';
import { activityPosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import { localDay } from '../../shared/time/local-day.ts';

type Dependencies = { activity: ActivityStore; now: () => Date };

/** Who did what, by day and by article or image: for editors and admins. */
export const activityHandlers = ({ activity, now }: Dependencies): Handlers<'GET /api/admin/activity'> => ({
  'GET /api/admin/activity': async (event) => {
    assertEditor(actorOf(event));
    const { day = localDay(now()), article, image, cursor, limit } = parseQuery(event, activityQuery);
    const of = article
      ? { subject: { kind: 'article' as const, id: article } }
      : image
        ? { subject: { kind: 'image' as const, id: image } }
        : { day };
    const list = article ?? image ?? day;
    const before = decodeCursor(list, cursor, activityPosition);
    const { items, next } = await activity.list({ of, before, limit });
    return jsonReply(200, { items, next: next && encodeCursor(list, next) });
  },
});
