import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { throttledBody, throttledBodyKey, webAclRules } from './edge/web-acl-rules.ts';
import type { Portal } from './stages.ts';

/** The Region of web ACLs for CloudFront: https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html */
const region = 'us-east-1';

/** The web ACL that the portals of a stage share in an account, and its price with them. */
export class WebAclStack extends Stack {
  constructor(scope: Construct, id: string, { stage, env }: Pick<Portal, 'stage' | 'env'>) {
    super(scope, id, {
      env: { region, ...(env && { account: env.account }) },
      stackName: `CongTinWebAcl-${stage}`,
      description: `Cong Tin: the web ACL of all portals in ${stage}`,
    });
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      name: this.stackName,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      rules: webAclRules(),
      customResponseBodies: { [throttledBodyKey]: { contentType: 'TEXT_HTML', content: throttledBody } },
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        metricName: this.stackName,
        sampledRequestsEnabled: true,
      },
    });
    new CfnOutput(this, 'WebAclArn', { value: webAcl.attrArn });
  }
}
