import { join } from 'node:path';
import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CacheQueryStringBehavior,
  type CfnDistribution,
  Distribution as CloudFront,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { cacheTagHeader } from '../../shared/edge/freshness.ts';
import type { HttpApi } from '../api/http-api.ts';
import type { AccessLogsBucket } from '../data/access-logs-bucket.ts';
import type { ImagesBucket } from '../data/images-bucket.ts';
import type { MirrorBucket } from '../data/mirror-bucket.ts';
import type { Stage } from '../stages.ts';

/** Where readers search: `GET /tim-kiem` of `shared/routes.ts`. */
const searchPath = '/tim-kiem';

type Props = {
  stage: Stage;
  api: HttpApi;
  images: ImagesBucket;
  secondHome: MirrorBucket | undefined;
  logs: AccessLogsBucket;
};

/** Statuses of a gateway or function that has failed. 503 is not among them: that is the pages' own word while the table is away. */
const failureStatuses = [500, 502, 504];

/** The one address of the portal: pages, API and images behind it. */
export class Distribution extends Construct {
  readonly domainName: string;
  readonly id: string;

  constructor(scope: Construct, id: string, { stage, api, images, secondHome, logs }: Props) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    const responseHeadersPolicy = this.headersPolicy('SecurityHeaders');
    const functions: BehaviorOptions = {
      origin: new HttpOrigin(`${api.id}.execute-api.${region}.${urlSuffix}`),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    };
    const asked: BehaviorOptions = {
      ...functions,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy,
    };
    // What is kept for everyone must not depend on anything that one reader sends: the origin gets the key, and nothing else.
    const kept = {
      ...functions,
      origin: secondHome
        ? new OriginGroup({
            primaryOrigin: functions.origin,
            fallbackOrigin: S3BucketOrigin.withOriginAccessControl(secondHome.bucket),
            fallbackStatusCodes: failureStatuses,
          })
        : functions.origin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      functionAssociations: [this.oneKeyAPage()],
      // CloudFront goes by what the functions say, browsers by this: they ask each time, and are told when nothing has changed.
      responseHeadersPolicy: this.headersPolicy('KeptAtTheEdge', 'public, max-age=0, must-revalidate'),
    } satisfies Partial<BehaviorOptions>;

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
        ...kept,
        cachePolicy: this.cachePolicy('Pages', ['truoc', 'sau', 'ngay', 'thang', 'phan']),
      },
      // A page that is not there says itself how long that holds; a reply of status 500 or above is nobody's to keep.
      errorResponses: [404, 500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
      additionalBehaviors: {
        '/api/articles*': {
          ...kept,
          cachePolicy: this.cachePolicy('Articles', ['category', 'cursor']),
        },
        '/api/*': { ...asked, allowedMethods: AllowedMethods.ALLOW_ALL },
        // Answers are kept by what was asked for; the path matches the suggestions below it too.
        [`${searchPath}*`]: {
          ...functions,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: this.cachePolicy('Answers', ['q', 'chuyen-muc', 'tu', 'den', 'trang']),
          responseHeadersPolicy,
        },
        // What is not published, for who has the link: kept neither here nor by a browser.
        '/xem-truoc/*': { ...asked, allowedMethods: AllowedMethods.ALLOW_GET_HEAD },
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
    this.id = distribution.distributionId;
    (distribution.node.defaultChild as CfnDistribution).addPropertyOverride(
      'DistributionConfig.CacheTagConfig.HeaderName',
      cacheTagHeader,
    );
    acknowledge(distribution, stage);
  }

  private oneKeyAPage() {
    const code = FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'viewer-request.js') });
    const oneKey = new EdgeFunction(this, 'OneKeyAPage', { code, runtime: FunctionRuntime.JS_2_0 });
    return { function: oneKey, eventType: FunctionEventType.VIEWER_REQUEST };
  }

  /** What readers get says itself how long it may be kept. No header and no cookie, and of the query only what is named, tells one reply from another. */
  private cachePolicy(name: string, queryParameters: readonly string[]) {
    return new CachePolicy(this, name, {
      comment: `Cong Tin: ${name}, as long as each says`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      queryStringBehavior: CacheQueryStringBehavior.allowList(...queryParameters),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  /** What every reply tells a browser; with `cacheControl`, that in the place of what the edge was told. */
  private headersPolicy(name: string, cacheControl?: string) {
    return new ResponseHeadersPolicy(this, name, {
      comment: `Cong Tin: ${name}`,
      ...(cacheControl && { removeHeaders: [cacheTagHeader] }),
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
          ...(cacheControl ? [{ header: 'cache-control', value: cacheControl, override: true }] : []),
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
