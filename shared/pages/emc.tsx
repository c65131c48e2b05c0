import { Script } from './script.tsx';

/** The ministry's service that measures the use of agencies' sites (EMC). */
export const emcOrigin = 'https://f-emc.ngsp.gov.vn';

/** The measuring code of EMC, with the number of the site. */
export const emcScript = (siteId: string) => `{
const queue = (window._govaq = window._govaq || []);
queue.push(['trackPageView'], ['enableLinkTracking'], ['setTrackerUrl', '${emcOrigin}/tracking'], ['setSiteId', '${siteId}']);
const script = document.createElement('script');
script.async = true;
script.src = '${emcOrigin}/embed/gov-tracking.min.js';
document.head.append(script);
}`;

/** The measuring code, on the pages of a site that has a number. */
export const Emc = ({ siteId }: { siteId: string }) =>
  siteId === '' ? null : <Script text={emcScript(siteId)} />;
