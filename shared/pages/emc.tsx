import { Script } from './script.tsx';

/** The ministry's service that measures how the sites of agencies are used (EMC). */
export const emcOrigin = 'https://f-emc.ngsp.gov.vn';

/** What EMC asks a site to run, with the number that it has given the site. */
export const emcScript = (siteId: string) => `{
const queue = (window._govaq = window._govaq || []);
queue.push(['trackPageView'], ['enableLinkTracking'], ['setTrackerUrl', '${emcOrigin}/tracking'], ['setSiteId', '${siteId}']);
const script = document.createElement('script');
script.async = true;
script.src = '${emcOrigin}/embed/gov-tracking.min.js';
document.head.append(script);
}`;

/** The measuring code, on the pages of a site that is measured. */
export const Emc = ({ siteId }: { siteId: string }) =>
  siteId === '' ? null : <Script text={emcScript(siteId)} />;
