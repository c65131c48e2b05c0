import { articlePath } from '../../shared/articles/article-path.ts';
import { normalizeOldPath } from '../../shared/articles/old-url.ts';
import { articleTag, siteTag } from '../../shared/edge/cache-tags.ts';
import { cacheHeaders } from '../../shared/edge/freshness.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { permanentRedirect } from '../../shared/http/reply.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { SiteSettings } from '../../shared/site/settings.ts';

type Context = { reader: ReaderStore; site: SiteSettings; now: Date };

/**
 * Where a page that is not here has gone: an address of an older site, or of a category that has another name now. Null when it has gone
 * nowhere; `not now` while its article is not public, which may change at any moment.
 */
export const redirectFromOld = async (
  { rawPath, requestContext }: HttpEvent,
  { reader, site, now }: Context,
): Promise<HttpReply | 'not now' | null> => {
  if (!['GET', 'HEAD'].includes(requestContext.http.method)) return null;
  const [, first = '', ...rest] = rawPath.split('/');
  const renamed = site.formerCategories.find(({ slug }) => slug === first);
  if (renamed) {
    return permanentRedirect(['', renamed.now, ...rest].join('/'), cacheHeaders({ tags: [siteTag] }, now));
  }
  const article = await reader.articleOnceAt(normalizeOldPath(rawPath));
  if (article === null) return null;
  const [item] = await reader.listed([article], now);
  if (!item) return 'not now';
  return permanentRedirect(
    articlePath(item),
    cacheHeaders({ tags: [articleTag(item.id)], changesAt: item.withdrawAt }, now),
  );
};
