import { articlePath } from '../../shared/articles/article-path.ts';
import { oldAddress } from '../../shared/articles/old-url.ts';
import type { ReaderStore } from '../../shared/articles/reader-store.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { redirectReply } from '../../shared/http/reply.ts';
import type { SiteSettings } from '../../shared/site/settings.ts';

/** The answer depends on a query that is no part of the edge's key. */
const keptNowhere = { 'cache-control': 'no-store' };

/** Where a page that is not here has gone: an address of an older site, or of a category that has another name now. Null when it has gone nowhere. */
export const redirectFromOld = async (
  { rawPath, rawQueryString, requestContext }: HttpEvent,
  { reader, site, now }: { reader: ReaderStore; site: SiteSettings; now: Date },
): Promise<HttpReply | null> => {
  if (!['GET', 'HEAD'].includes(requestContext.http.method)) return null;
  const [, first = '', ...rest] = rawPath.split('/');
  const renamed = site.formerCategories.find(({ slug }) => slug === first);
  if (renamed) return redirectReply(['', renamed.now, ...rest].join('/'));
  const addresses = [oldAddress(rawPath, rawQueryString), oldAddress(rawPath, '')];
  const article = await reader.articleOnceAt([...new Set(addresses)]);
  const [item] = article === null ? [] : await reader.listed([article], now);
  return item ? redirectReply(articlePath(item), keptNowhere) : null;
};
