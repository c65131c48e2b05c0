import { Duration, type Stack } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { cacheTagHeader } from '../../shared/edge/freshness.ts';
import type { StrictTransport } from '../stages.ts';

/** Pages send their own policy; this one is for everything else. */
const notAPage = "default-src 'none'; frame-ancestors 'none'";
/** For pages from the mirror: S3 sends no policy, and each page has its own in a `<meta>`, which can only narrow this one. */
const mirroredPage =
  "default-src https: data: 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const securityHeaders = ({ maxAgeDays, scope }: StrictTransport, contentSecurityPolicy = notAPage) => ({
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(maxAgeDays),
    includeSubdomains: scope !== 'host',
    ...(scope === 'preload list' && { preload: true }),
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  // A preview sends a stricter one.
  referrerPolicy: {
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
    override: false,
  },
  contentSecurityPolicy: { contentSecurityPolicy, override: false },
});

/**
 * What neither a page nor what it embeds may use: all powerful features that browsers know, of which the portal uses none. A name that a browser
 * does not know is an error in its console. https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md
 */
const refusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const customHeader = (header: string, value: string) => ({ header, value, override: true });
const documentHeaders = [
  customHeader('cross-origin-opener-policy', 'same-origin'),
  customHeader('cross-origin-resource-policy', 'same-origin'),
  customHeader('permissions-policy', refusedFeatures.map((feature) => `${feature}=()`).join(', ')),
];
// CloudFront goes by what the functions say, browsers by this: they revalidate each time.
const cachedHeaders = [
  customHeader('cache-control', 'public, max-age=0, must-revalidate'),
  ...documentHeaders,
];
// Feeds and aggregators of the province show our pictures in their pages.
const imageHeaders = [customHeader('cross-origin-resource-policy', 'cross-origin')];

/**
 * Response headers policies: `uncached` passes the origin's cache control on, as `images` does; `cached` replaces it for browsers, and so does
 * `mirrored`, for pages that may come from the mirror.
 */
export const createResponseHeadersPolicies = (stack: Stack, strictTransport: StrictTransport) => {
  const securityHeadersBehavior = securityHeaders(strictTransport);
  return {
    uncached: new ResponseHeadersPolicy(stack, 'SecurityHeaders', {
      responseHeadersPolicyName: `${stack.stackName}-${stack.region}-uncached`,
      comment: 'Cong Tin: SecurityHeaders',
      securityHeadersBehavior,
      customHeadersBehavior: { customHeaders: documentHeaders },
    }),
    cached: new ResponseHeadersPolicy(stack, 'CachedPageHeaders', {
      responseHeadersPolicyName: `${stack.stackName}-${stack.region}-cached`,
      comment: 'Cong Tin: CachedPageHeaders',
      removeHeaders: [cacheTagHeader],
      securityHeadersBehavior,
      customHeadersBehavior: { customHeaders: cachedHeaders },
    }),
    mirrored: new ResponseHeadersPolicy(stack, 'MirroredPageHeaders', {
      responseHeadersPolicyName: `${stack.stackName}-${stack.region}-mirrored`,
      comment: 'Cong Tin: MirroredPageHeaders',
      removeHeaders: [cacheTagHeader],
      securityHeadersBehavior: securityHeaders(strictTransport, mirroredPage),
      customHeadersBehavior: { customHeaders: cachedHeaders },
    }),
    images: new ResponseHeadersPolicy(stack, 'ImageHeaders', {
      responseHeadersPolicyName: `${stack.stackName}-${stack.region}-images`,
      comment: 'Cong Tin: ImageHeaders',
      securityHeadersBehavior,
      customHeadersBehavior: { customHeaders: imageHeaders },
    }),
  };
};
