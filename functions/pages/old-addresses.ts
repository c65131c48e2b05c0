import { articlePath } from '../../shared/articles/article-path.ts';
import { oldAddress } from '../../shared/articles/old-url.ts';
import type { ReaderStore } from '../../shared/articles/reader-store.ts';
import { edgeHeaders } from '../../shared/edge/life.ts';
import { articleTag, siteTag } from '../../shared/edge/tags.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { redirectReply } from '../../shared/http/reply.ts';
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
    return redirectReply(['', renamed.now, ...rest].join('/'), edgeHeaders({ tags: [siteTag] }, now));
  }
  const article = await reader.articleOnceAt(oldAddress(rawPath));
  if (article === null) return null;
  const [item] = await reader.listed([article], now);
  if (!item) return 'not now';
  return redirectReply(
    articlePath(item),
    edgeHeaders({ tags: [articleTag(item.id)], changesAt: item.withdrawAt }, now),
  );
};
