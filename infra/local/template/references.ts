import { pseudoParameters } from '../compute/aws-environment.ts';
import { bucketName, queueUrl } from '../data/s3.ts';
import type { Lookup } from './resolve.ts';
import type { Resource, Template } from './template.ts';

/** The address that a bucket has in the template; the edge knows the bucket by it. */
export const bucketDomain = (logicalId: string) => `${bucketName(logicalId)}.s3.local`;

/** The name under which an integration finds its function. */
export const functionArn = (logicalId: string) => `arn:aws:lambda:local:function:${logicalId}`;

/** The name under which a function's event source finds the stream of a table. */
export const streamArn = (logicalId: string) => `arn:aws:dynamodb:local:table/${logicalId}/stream`;

const queueArn = (logicalId: string) => `arn:aws:sqs:local:${logicalId}`;

/** What a resource is called here: by its own id, but for those that have a name of another form. */
const physicalId = ({ id, Type, Properties }: Resource): string => {
  if (Type === 'AWS::Cognito::UserPoolResourceServer') return String(Properties.Identifier);
  if (Type === 'AWS::SQS::Queue') return queueUrl(id);
  return Type === 'AWS::S3::Bucket' ? bucketName(id) : id;
};

const attributes: Record<string, Record<string, (id: string) => string>> = {
  'AWS::DynamoDB::GlobalTable': {
    Arn: (id) => `arn:aws:dynamodb:local:table/${id}`,
    StreamArn: streamArn,
  },
  'AWS::S3::Bucket': { Arn: (id) => `arn:aws:s3:::${id}`, RegionalDomainName: bucketDomain },
  'AWS::Lambda::Function': { Arn: functionArn },
  'AWS::SQS::Queue': { Arn: queueArn, QueueName: (id) => id },
  'AWS::CloudFront::Function': { FunctionARN: (id) => id },
  'AWS::CloudFront::OriginAccessControl': { Id: (id) => id },
};

/** What the references of a template stand for on this machine. `host` is where the distribution answers: `127.0.0.1:3000`. */
export const references = ({ resources }: Template, host = '127.0.0.1'): Lookup => {
  const ownAttributes: typeof attributes = {
    ...attributes,
    'AWS::CloudFront::Distribution': { DomainName: () => host },
  };
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return (logicalId, attribute) => {
    const resource = byId.get(logicalId);
    if (!resource) return attribute === null ? pseudoParameters[logicalId] : undefined;
    return attribute === null ? physicalId(resource) : ownAttributes[resource.Type]?.[attribute]?.(logicalId);
  };
};
