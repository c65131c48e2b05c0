import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution as CloudFront,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import type { HttpApi } from './http-api.ts';
import type { ImagesBucket } from './images-bucket.ts';
import type { LogsBucket } from './logs-bucket.ts';
import type { Stage } from './stages.ts';

type Props = { stage: Stage; api: HttpApi; images: ImagesBucket; logs: LogsBucket };

/** The one address of the portal: pages, API and images behind it. */
export class Distribution extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, { stage, api, images, logs }: Props) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    const responseHeadersPolicy = this.securityHeaders();
    const functions: BehaviorOptions = {
      origin: new HttpOrigin(`${api.id}.execute-api.${region}.${urlSuffix}`),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy,
    };

    const distribution = new CloudFront(this, 'Cdn', {
      comment: `Cong Tin ${stage.name}: ${stage.siteId}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      // Viet Nam is served from edges that only the widest class has: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(stage.domain && {
        domainNames: [stage.domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      defaultBehavior: {
        ...functions,
        cachePolicy: this.pagesCachePolicy(),
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      },
      additionalBehaviors: {
        '/api/*': { ...functions, allowedMethods: AllowedMethods.ALLOW_ALL },
        '/images/*': {
          origin: S3BucketOrigin.withOriginAccessControl(images.bucket),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy,
        },
      },
      logBucket: logs.bucket,
      logFilePrefix: 'distribution/',
      logIncludesCookies: false,
    });
    this.domainName = distribution.distributionDomainName;
    acknowledge(distribution, stage);
  }

  /**
   * Pages say themselves how long they may be kept. CloudFront compresses only under a policy that may cache:
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
   */
  private pagesCachePolicy() {
    return new CachePolicy(this, 'Pages', {
      comment: 'Cong Tin: as long as the page says',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      queryStringBehavior: CacheQueryStringBehavior.allowList('truoc'),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private securityHeaders() {
    return new ResponseHeadersPolicy(this, 'SecurityHeaders', {
      comment: 'Cong Tin: what every reply tells a browser',
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: false,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
        // Pages send their own; this one is for what is not a page.
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
          override: false,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          {
            header: 'permissions-policy',
            value: 'camera=(), geolocation=(), microphone=(), payment=()',
            override: true,
          },
        ],
      },
    });
  }
}

const acknowledge = (distribution: CloudFront, stage: Stage) => {
  Validations.of(distribution).acknowledge(
    { id: 'AwsSolutions-CFR1', reason: 'A citizen abroad reads the news of home too.' },
    {
      id: 'AwsSolutions-CFR2',
      reason:
        'A web ACL costs more a month than the rest of a small site together; the API is throttled, and an operator under attack adds one.',
    },
  );
  if (!stage.domain) {
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'CloudFront fixes the floor of TLS for its own certificate; a stage with a domain asks for 1.2.',
    });
  }
};
