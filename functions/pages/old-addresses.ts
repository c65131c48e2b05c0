import { articlePath } from '../../shared/articles/article-path.ts';
import { oldAddressOf } from '../../shared/articles/old-path.ts';
import { tagPath } from '../../shared/articles/tags.ts';
import type { CacheHeaders } from '../../shared/edge/freshness.ts';
import { articleOnlyFreshness, notFoundFreshness, siteFreshness } from '../../shared/edge/page-freshness.ts';
import type { HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { permanentRedirect } from '../../shared/http/reply.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { SiteSettings } from '../../shared/site/settings.ts';
import { controlCharacter } from '../../shared/text/characters.ts';

type Context = { reader: ReaderStore; site: SiteSettings; cacheHeaders: CacheHeaders; now: Date };

/**
 * The redirect from an address of an older site, or of a category or tag that was renamed. Null when the address is unknown; `not public` while its
 * article is not, which may change at any moment.
 */
export const redirectFromOld = async (
  { rawPath, requestContext }: HttpEvent,
  { reader, site, cacheHeaders, now }: Context,
): Promise<HttpReply | 'not public' | null> => {
  if (!['GET', 'HEAD'].includes(requestContext.http.method) || controlCharacter.test(rawPath)) return null;
  const [, first = '', ...rest] = rawPath.split('/');
  const renamed = site.formerCategories.find(({ slug }) => slug === first);
  if (renamed) {
    return permanentRedirect(['', renamed.now, ...rest].join('/'), cacheHeaders(siteFreshness, now));
  }
  const address = oldAddressOf(rawPath);
  const found = address === null ? null : await reader.onceAt(address);
  if (found === null) return null;
  // An article may get the old tag again.
  if ('tag' in found) return permanentRedirect(tagPath(found.tag), cacheHeaders(notFoundFreshness, now));
  const [item] = await reader.listed([found.article], now);
  if (!item) return 'not public';
  const freshness = articleOnlyFreshness(item.id, item.withdrawAt);
  return permanentRedirect(articlePath(item), cacheHeaders(freshness, now));
};
