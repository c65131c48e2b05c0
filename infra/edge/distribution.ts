import { Duration, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  type CfnDistribution,
  Distribution as CloudFrontDistribution,
  HttpVersion,
  PriceClass,
  SecurityPolicyProtocol,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { cacheTagHeader } from '../../shared/edge/freshness.ts';
import type { Portal } from '../stages.ts';
import { createBehaviors, type Origins } from './behaviors.ts';

/** Error statuses that CloudFront would cache by itself: a missing page says how long it is cached, and no error of 500 or above ever is. */
const uncachedErrorStatuses = [404, 500, 502, 503, 504];

/** The CloudFront distribution: the one address of the portal, in front of pages, API and images. */
export class Distribution extends Construct {
  readonly domainName: string;
  readonly id: string;

  constructor(scope: Construct, id: string, props: Origins) {
    super(scope, id);
    const { portal, buckets } = props;
    const behaviors = createBehaviors(this, props);
    const distribution = new CloudFrontDistribution(this, 'Cdn', {
      comment: `Cong Tin ${portal.stage}: ${portal.site}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      // Viet Nam is served from edges that only the widest class has: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(portal.domain && {
        domainNames: [portal.domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', portal.domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      defaultBehavior: behaviors.default,
      additionalBehaviors: behaviors.additional,
      errorResponses: uncachedErrorStatuses.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ...(portal.webAcl?.arn && { webAclId: portal.webAcl.arn }),
      logBucket: buckets.accessLogs,
      logFilePrefix: 'distribution/',
      logIncludesCookies: false,
    });
    this.domainName = distribution.distributionDomainName;
    this.id = distribution.distributionId;
    (distribution.node.defaultChild as CfnDistribution).addPropertyOverride(
      'DistributionConfig.CacheTagConfig.HeaderName',
      cacheTagHeader,
    );
    acknowledgeFindings(distribution, portal);
  }
}

const acknowledgeFindings = (distribution: CloudFrontDistribution, portal: Portal) => {
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR1',
    reason: 'Citizens abroad read the news of home too.',
  });
  if (!portal.webAcl?.arn) {
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR2',
      reason:
        'A web ACL costs more a month than the rest of a small site together; the API is throttled, and webAcl in infra/stages.ts adds one.',
    });
  }
  if (!portal.domain) {
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'CloudFront fixes the minimum of TLS for its own certificate; a stage with a domain asks for 1.2.',
    });
  }
};
