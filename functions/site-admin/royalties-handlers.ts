import { royaltiesQuery, royaltiesReply } from '../../shared/articles/royalties.ts';
import { actorOf, assertEditor } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';
import { countMonth, type RoyaltiesStores } from './count-month.ts';
import { royaltiesOf } from './royalties.ts';
import { royaltiesCsv } from './royalties-csv.ts';

type Dependencies = RoyaltiesStores & { site: Pick<SiteStore, 'get'>; clock: () => Date };

/** Who published what in a month, for editors and admins. */
export const royaltiesHandlers = ({
  site,
  clock,
  ...stores
}: Dependencies): Handlers<'GET /api/admin/royalties'> => ({
  'GET /api/admin/royalties': async (event) => {
    assertEditor(actorOf(event));
    const now = clock();
    const { month = monthOf(localDay(now)), format } = parseQuery(event, royaltiesQuery);
    const people = royaltiesOf(await countMonth(stores, month, now));
    if (format === 'json') return jsonReply(200, royaltiesReply, { month, people });
    const { settings } = await site.get();
    return royaltiesCsv({ month, people, categories: settings.categories });
  },
});
