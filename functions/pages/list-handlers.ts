import { categoryPath } from '../../shared/articles/article-path.ts';
import { tagPath } from '../../shared/articles/tags.ts';
import { categoryFreshness, siteListFreshness } from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import { encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { temporaryRedirect } from '../../shared/http/reply.ts';
import { parsePath } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import type { ListedItem } from '../../shared/reader/news-lists.ts';
import type { NewsList } from '../../shared/reader/range-query.ts';
import { listPosition } from '../../shared/table/list-position.ts';
import { cachedPage } from './cached-page.ts';
import type { Dependencies } from './dependencies.ts';
import { type ListPlace, listPlace } from './page-request.ts';
import { categoryPage } from './views/category-page.tsx';
import { tagPage } from './views/tag-page.tsx';

const pageSize = 20;

/** One page of a list with the positions of its neighbours; `first page` when all that is newer than the cursor fits there. */
type Found =
  | { items: ListedItem[]; newer: string | null; older: string | null; changesAt: string | null }
  | 'first page';

/** Lists of news, newest first, paginated in both directions. */
export const listHandlers = (dependencies: Dependencies): Handlers<'GET /{category}' | 'GET /the/{tag}'> => {
  const { reader, visits, origin, clock } = dependencies;

  const find = async (list: NewsList, { before, after }: ListPlace, now: Date): Promise<Found> => {
    const options = { ...list, now, limit: pageSize };
    if (after !== null) {
      const { items, next, changesAt } = await reader.newer({ ...options, after });
      if (next === null) return 'first page';
      return { items, newer: next, older: positionOf(items.at(-1)), changesAt };
    }
    const { items, next, changesAt } = await reader.latest({ ...options, before });
    return { items, newer: before === null ? null : positionOf(items[0]), older: next, changesAt };
  };

  const read = async (event: HttpEvent, path: string, list: NewsList) => {
    const now = clock();
    const place = listPlace(event, path);
    const [site, found, { totals }] = await Promise.all([
      reader.site(now),
      find(list, place, now),
      visits(now),
    ]);
    if (found === 'first page') return found;
    const cursor = (position: string | null) => position && encodeCursor(path, position);
    const page = {
      path,
      items: found.items,
      newer: cursor(found.newer),
      older: cursor(found.older),
      isFirstPage: place.before === null && place.after === null,
    };
    const listPage = { items: found.items, next: found.older, changesAt: found.changesAt };
    return { view: { site, totals, page, now, origin }, listPage };
  };

  return {
    'GET /{category}': async (event) => {
      const slug = parsePath(event, 'category', categorySlug);
      const path = categoryPath(slug);
      const found = await read(event, path, { category: slug });
      if (found === 'first page') return temporaryRedirect(path);
      const { view, listPage } = found;
      const { site, page, now } = view;
      const category = site.categories.find((candidate) => candidate.slug === slug);
      if (!category) throw new PortalError('not_found', 'Không có chuyên mục này.');
      const freshness = categoryFreshness(slug, listPage, { now, isNewest: page.isFirstPage });
      return cachedPage(dependencies, { html: categoryPage({ ...view, category }), site, freshness, now });
    },

    'GET /the/{tag}': async (event) => {
      const slug = parsePath(event, 'tag', categorySlug);
      const path = tagPath(slug);
      const found = await read(event, path, { tag: slug });
      if (found === 'first page') return temporaryRedirect(path);
      const { view, listPage } = found;
      const { site, page, now } = view;
      const [first] = page.items;
      if (!first && page.isFirstPage) throw new PortalError('not_found', 'Không có từ khóa này.');
      const freshness = siteListFreshness(listPage, { now, isNewest: page.isFirstPage });
      const html = tagPage({ ...view, name: first?.tag ?? slug });
      return cachedPage(dependencies, { html, site, freshness, now });
    },
  };
};

const positionOf = (item: ListedItem | undefined) => (item ? listPosition(item.publishedAt, item.id) : null);
