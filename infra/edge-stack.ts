import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { createCachePolicy } from './edge/cache-policy.ts';
import { createResponseHeadersPolicies } from './edge/response-headers.ts';
import { type Portal, stages } from './stages.ts';

export type EdgePolicies = EdgeStack['policies'];

/**
 * What the portals of a stage share in an account and Region: policies of CloudFront, of which an account has 20 of each kind.
 * A change of them reaches all these portals at once.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export class EdgeStack extends Stack {
  readonly policies;

  constructor(scope: Construct, id: string, { stage, env }: Pick<Portal, 'stage' | 'env'>) {
    super(scope, id, {
      ...(env && { env }),
      stackName: `CongTinEdge-${stage}`,
      description: `Cong Tin: CloudFront policies of all portals in ${stage}`,
    });
    this.policies = {
      cache: createCachePolicy(this),
      ...createResponseHeadersPolicies(this, stages[stage].strictTransport),
    };
    // Exported whether or not a portal of `stages.ts` uses them: a portal that was only removed from there still does.
    this.exportValue(this.policies.cache.cachePolicyId);
    this.exportValue(this.policies.uncached.responseHeadersPolicyId);
    this.exportValue(this.policies.cached.responseHeadersPolicyId);
    this.exportValue(this.policies.mirrored.responseHeadersPolicyId);
    this.exportValue(this.policies.images.responseHeadersPolicyId);
  }
}
