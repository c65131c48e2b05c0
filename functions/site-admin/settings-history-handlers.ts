import { PortalError } from '../../shared/errors.ts';
import { actorOf, assertAdmin } from '../../shared/http/actor.ts';
import { decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parsePath, parseQuery } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { SettingsHistoryStore } from '../../shared/site/settings-history-store.ts';
import {
  settingsRevision,
  settingsRevisionListReply,
  settingsRevisionsQuery,
  settingsVersion,
} from '../../shared/site/settings-revision.ts';

type Route = Extract<RouteKey<'site-admin'>, `${string}/settings/revisions${string}`>;
const listName = 'settings';

/** Earlier settings, for admins. Restoring them is a save like any other, so that they are checked again. */
export const settingsHistoryHandlers = ({ history }: { history: SettingsHistoryStore }): Handlers<Route> => ({
  'GET /api/admin/settings/revisions': async (event) => {
    assertAdmin(actorOf(event));
    const { cursor, limit } = parseQuery(event, settingsRevisionsQuery);
    const before = decodeCursor(listName, cursor, /^[1-9]\d{0,7}$/);
    const { items, next } = await history.list({ before: before === null ? null : Number(before), limit });
    return jsonReply(200, settingsRevisionListReply, {
      items,
      next: next === null ? null : encodeCursor(listName, String(next)),
    });
  },

  'GET /api/admin/settings/revisions/{version}': async (event) => {
    assertAdmin(actorOf(event));
    const version = parsePath(event, 'version', settingsVersion);
    const found = await history.revision(version);
    if (!found) throw new PortalError('not_found', `Không có phiên bản ${version} của thiết lập.`);
    return jsonReply(200, settingsRevision, found);
  },
});
