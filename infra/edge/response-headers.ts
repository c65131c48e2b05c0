import { Duration, type Stack } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { cacheTagHeader } from '../../shared/edge/freshness.ts';

const securityHeaders = {
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: false,
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  // A preview sends a stricter one.
  referrerPolicy: {
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
    override: false,
  },
  // Pages send their own; this one is for everything else.
  contentSecurityPolicy: {
    contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
    override: false,
  },
};

const customHeader = (header: string, value: string) => ({ header, value, override: true });
const customHeaders = [
  customHeader('cross-origin-opener-policy', 'same-origin'),
  customHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()'),
];

/** Response headers policies: `uncached` passes the origin's cache control on, `cached` replaces it for browsers. */
export const createResponseHeadersPolicies = (stack: Stack) => ({
  uncached: new ResponseHeadersPolicy(stack, 'SecurityHeaders', {
    responseHeadersPolicyName: `${stack.stackName}-${stack.region}-uncached`,
    comment: 'Cong Tin: SecurityHeaders',
    securityHeadersBehavior: securityHeaders,
    customHeadersBehavior: { customHeaders },
  }),
  // CloudFront goes by what the functions say, browsers by this: they revalidate each time.
  cached: new ResponseHeadersPolicy(stack, 'CachedPageHeaders', {
    responseHeadersPolicyName: `${stack.stackName}-${stack.region}-cached`,
    comment: 'Cong Tin: CachedPageHeaders',
    removeHeaders: [cacheTagHeader],
    securityHeadersBehavior: securityHeaders,
    customHeadersBehavior: {
      customHeaders: [customHeader('cache-control', 'public, max-age=0, must-revalidate'), ...customHeaders],
    },
  }),
});
