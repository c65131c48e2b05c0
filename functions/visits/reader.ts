import { isbot } from 'isbot';
import { PortalError } from '../../shared/errors.ts';
import type { HttpEvent } from '../../shared/http/event.ts';

/** Headers by which browsers say that nobody looks yet: https://wicg.github.io/nav-speculation/prefetch.html#sec-purpose-header */
const purposeHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const unseen = /prefetch|prerender|preview/i;

/** Whether a person is behind a request, as far as it says: every browser names itself, and none that fetches ahead is read. */
export const isReader = ({ headers }: HttpEvent): boolean => {
  const agent = headers['user-agent'] ?? '';
  return agent !== '' && !isbot(agent) && !purposeHeaders.some((name) => unseen.test(headers[name] ?? ''));
};

/**
 * Throws `forbidden` for a request that another site's page has made. Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`:
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#fetch-metadata-headers
 */
export const assertSameSite = ({ headers, requestContext }: HttpEvent, siteOrigin: string) => {
  const fetchSite = headers['sec-fetch-site'];
  const isSame =
    fetchSite === undefined
      ? isOwnOrigin(headers.origin, siteOrigin, requestContext.domainName)
      : fetchSite === 'same-origin';
  if (!isSame) throw new PortalError('forbidden', 'Chỉ trang của cổng mới gửi được lượt truy cập.');
};

/** A site without a name of its own is known by the address it was called at. */
const isOwnOrigin = (origin: string | undefined, siteOrigin: string, domainName: string) => {
  if (origin === undefined) return true;
  if (siteOrigin) return origin === siteOrigin;
  return URL.canParse(origin) && new URL(origin).host === domainName;
};
