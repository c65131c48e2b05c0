import { expect, test } from 'vitest';
import { ofType } from '../../infra/local/template/template.ts';
import { templates } from '../support/templates.ts';

/** The README's figure: each portal has a role for each of its functions, and one for backups. */
const portalsPerAccount = 66;
/**
 * What an account has by default, in all or in one Region. A distribution's policies, function and origin access control can be
 * those of 100 distributions too, so sharing more than the policies would make room for no more portals.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html
 */
const quotas: Record<string, number> = {
  'AWS::CloudFront::CachePolicy': 20,
  'AWS::CloudFront::ResponseHeadersPolicy': 20,
  'AWS::CloudFront::OriginRequestPolicy': 20,
  'AWS::CloudFront::OriginAccessControl': 100,
  'AWS::CloudFront::Function': 100,
  'AWS::CloudFront::Distribution': 200,
  'AWS::IAM::Role': 1_000,
  'AWS::Events::Rule': 300,
  'AWS::ApiGatewayV2::Api': 600,
  'AWS::Cognito::UserPool': 1_000,
  'AWS::DynamoDB::GlobalTable': 2_500,
  'AWS::S3::Bucket': 10_000,
  'AWS::Backup::BackupVault': 300,
  'AWS::Backup::BackupPlan': 300,
};

test.each(templates)('takes for %s no more than its part of what an account has', (_, template) => {
  const tooMany = Object.entries(quotas)
    .map(([type, quota]) => ({ type, count: ofType(template, type).length, quota }))
    .filter(({ count, quota }) => count * portalsPerAccount > quota);
  expect(tooMany).toEqual([]);
});

test.each(templates)(
  'shares one cache policy and three response headers policies between %s and others',
  (...row) => {
    const [, , edge] = row;
    expect(edge.resources.map(({ Type }) => Type).sort()).toEqual([
      'AWS::CloudFront::CachePolicy',
      'AWS::CloudFront::ResponseHeadersPolicy',
      'AWS::CloudFront::ResponseHeadersPolicy',
      'AWS::CloudFront::ResponseHeadersPolicy',
      'AWS::CloudFront::ResponseHeadersPolicy',
    ]);
  },
);
