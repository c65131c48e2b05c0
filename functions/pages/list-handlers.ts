import { categoryPath } from '../../shared/articles/article-path.ts';
import { tagPath } from '../../shared/articles/tags.ts';
import { cacheHeaders } from '../../shared/edge/freshness.ts';
import { categoryFreshness, siteListFreshness, untilSiteChanges } from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import { encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { temporaryRedirect } from '../../shared/http/reply.ts';
import { parsePath } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { ListedItem, NewsList } from '../../shared/reader/reader-store.ts';
import { listPosition } from '../../shared/table/list-position.ts';
import type { Dependencies } from './page-handlers.ts';
import { type ListPlace, listPlace } from './page-request.ts';
import { categoryPage } from './views/category-page.tsx';
import { tagPage } from './views/tag-page.tsx';

const pageLength = 20;

/** One page of a list, with the cursors of the pages beside it; the front where the news newer than a cursor fits on it. */
type Found =
  | { items: ListedItem[]; newer: string | null; older: string | null; changesAt: string | null }
  | 'front';

/** Lists of news, newest first, read page by page in both directions. */
export const listHandlers = ({
  reader,
  visits,
  origin,
  now: clock,
}: Dependencies): Handlers<'GET /{category}' | 'GET /the/{tag}'> => {
  const find = async (list: NewsList, { before, after }: ListPlace, now: Date): Promise<Found> => {
    const options = { ...list, now, limit: pageLength };
    if (after !== null) {
      const { items, next, changesAt } = await reader.newer({ ...options, after });
      return next === null ? 'front' : { items, newer: next, older: positionOf(items.at(-1)), changesAt };
    }
    const { items, next, changesAt } = await reader.latest({ ...options, before });
    return { items, newer: before === null ? null : positionOf(items[0]), older: next, changesAt };
  };

  const read = async (event: HttpEvent, path: string, list: NewsList) => {
    const now = clock();
    const place = listPlace(event, path);
    const [site, found, { totals }] = await Promise.all([reader.site(), find(list, place, now), visits(now)]);
    if (found === 'front') return found;
    const cursor = (position: string | null) => position && encodeCursor(path, position);
    const isFirstPage = place.before === null && place.after === null;
    const page = { items: found.items, newer: cursor(found.newer), older: cursor(found.older), isFirstPage };
    const shown = { items: found.items, next: found.older, changesAt: found.changesAt };
    return { list: shown, site, totals, page: { ...page, path }, now };
  };

  return {
    'GET /{category}': async (event) => {
      const slug = parsePath(event, 'category', categorySlug);
      const path = categoryPath(slug);
      const found = await read(event, path, { category: slug });
      if (found === 'front') return temporaryRedirect(path);
      const category = found.site.categories.find((candidate) => candidate.slug === slug);
      if (!category) throw new PortalError('not_found', 'Không có chuyên mục này.');
      const { list, now, ...view } = found;
      const life = categoryFreshness(slug, list, { now, isNewest: found.page.isFirstPage });
      const headers = cacheHeaders(untilSiteChanges(life, found.site, now), now);
      return pageReply(200, categoryPage({ ...view, category, now, origin }), found.site, headers);
    },

    'GET /the/{tag}': async (event) => {
      const slug = parsePath(event, 'tag', categorySlug);
      const path = tagPath(slug);
      const found = await read(event, path, { tag: slug });
      if (found === 'front') return temporaryRedirect(path);
      const [first] = found.page.items;
      if (!first && found.page.isFirstPage) throw new PortalError('not_found', 'Không có từ khóa này.');
      const { list, now, ...view } = found;
      const life = siteListFreshness(list, { now, isNewest: found.page.isFirstPage });
      const headers = cacheHeaders(untilSiteChanges(life, found.site, now), now);
      const html = tagPage({ ...view, now, name: first?.tag ?? slug, origin });
      return pageReply(200, html, found.site, headers);
    },
  };
};

const positionOf = (item: ListedItem | undefined) => (item ? listPosition(item.publishedAt, item.id) : null);
