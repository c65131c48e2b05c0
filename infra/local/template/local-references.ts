import { pseudoParameters } from '../compute/aws-environment.ts';
import { bucketName, queueUrl } from '../data/local-names.ts';
import type { Lookup } from './resolve.ts';
import type { Resource, Template } from './template.ts';

/** The domain name of a bucket in the template, by which the edge knows it. */
export const bucketDomain = (logicalId: string) => `${bucketName(logicalId)}.s3.local`;

/** The ARN of a function in integrations. */
export const functionArn = (logicalId: string) => `arn:aws:lambda:local:function:${logicalId}`;

export const tableArn = (logicalId: string) => `arn:aws:dynamodb:local:table/${logicalId}`;

/** The ARN of a table's stream in event source mappings. */
export const streamArn = (logicalId: string) => `${tableArn(logicalId)}/stream`;

/** The ARN of a bucket by its name, or of an object in it. */
export const objectArn = (bucket: string, key?: string) =>
  key === undefined ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`;

export const userPoolArn = (logicalId: string) => `arn:aws:cognito-idp:local:userpool/${logicalId}`;

export const distributionArn = (logicalId: string) =>
  `arn:aws:cloudfront::${pseudoParameters['AWS::AccountId']}:distribution/${logicalId}`;

export const roleArn = (logicalId: string) => `arn:aws:iam::local:role/${logicalId}`;

/** The issuer of a user pool's tokens in the template. */
export const issuerUrl = (logicalId: string) => `https://cognito-idp.local/${logicalId}`;

/** The prefix of a user pool domain: it has no capitals. */
const domainPrefix = (logicalId: string) => logicalId.toLowerCase();

/** The origin of a user pool domain's managed login in the template. */
export const loginOrigin = (logicalId: string) =>
  `https://${domainPrefix(logicalId)}.auth.${pseudoParameters['AWS::Region']}.amazoncognito.com`;

export const queueArn = (logicalId: string) => `arn:aws:sqs:local:${logicalId}`;

/** The physical id of a resource: its logical id, unless its kind has another form of name. */
const physicalId = ({ id, Type, Properties }: Resource): string => {
  if (Type === 'AWS::Cognito::UserPoolResourceServer') return String(Properties.Identifier);
  if (Type === 'AWS::SQS::Queue') return queueUrl(id);
  if (Type === 'AWS::Cognito::UserPoolDomain') return domainPrefix(id);
  return Type === 'AWS::S3::Bucket' ? bucketName(id) : id;
};

const attributes: Record<string, Record<string, (id: string) => string>> = {
  'AWS::DynamoDB::GlobalTable': {
    Arn: tableArn,
    StreamArn: streamArn,
  },
  'AWS::S3::Bucket': { Arn: (id) => objectArn(bucketName(id)), RegionalDomainName: bucketDomain },
  'AWS::Cognito::UserPool': {
    Arn: userPoolArn,
    ProviderURL: issuerUrl,
  },
  'AWS::Lambda::Function': { Arn: functionArn },
  'AWS::IAM::Role': { Arn: roleArn },
  'AWS::Logs::LogGroup': { Arn: (id) => `arn:aws:logs:local:log-group/${id}` },
  'AWS::Events::Rule': { Arn: (id) => `arn:aws:events:local:rule/${id}` },
  'AWS::SQS::Queue': { Arn: queueArn, QueueName: (id) => id },
  'AWS::CloudFront::Function': { FunctionARN: (id) => id },
  'AWS::CloudFront::OriginAccessControl': { Id: (id) => id },
};

/** The values of the template's references on this machine. `host` is the distribution's: `127.0.0.1:3000`. */
export const localReferences = ({ resources, parameters }: Template, host = '127.0.0.1'): Lookup => {
  const ownAttributes: typeof attributes = {
    ...attributes,
    'AWS::CloudFront::Distribution': { DomainName: () => host },
  };
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return (logicalId, attribute) => {
    const resource = byId.get(logicalId);
    if (!resource) {
      return attribute === null ? (parameters.get(logicalId) ?? pseudoParameters[logicalId]) : undefined;
    }
    return attribute === null ? physicalId(resource) : ownAttributes[resource.Type]?.[attribute]?.(logicalId);
  };
};
