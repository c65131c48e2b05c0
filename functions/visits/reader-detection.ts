import { isbot } from 'isbot';
import { PortalError } from '../../shared/errors.ts';
import type { HttpEvent } from '../../shared/http/event.ts';

/** Headers of prefetches and previews: https://wicg.github.io/nav-speculation/prefetch.html#sec-purpose-header */
const purposeHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const prefetchPurposes = /prefetch|prerender|preview/i;

/** Whether a request comes from a reader: a browser that names itself, and does not prefetch. */
export const isReader = ({ headers }: HttpEvent): boolean => {
  const agent = headers['user-agent'] ?? '';
  return (
    agent !== '' &&
    !isbot(agent) &&
    !purposeHeaders.some((name) => prefetchPurposes.test(headers[name] ?? ''))
  );
};

/**
 * Throws `forbidden` for a request from another site's page. Browsers send `Sec-Fetch-Site`, older ones `Origin`:
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

/** A site without a domain of its own is known by the address of the request. */
const isOwnOrigin = (origin: string | undefined, siteOrigin: string, domainName: string) => {
  if (origin === undefined) return true;
  if (siteOrigin) return origin === siteOrigin;
  return URL.canParse(origin) && new URL(origin).host === domainName;
};
