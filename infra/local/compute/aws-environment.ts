/** Values of the template's pseudo parameters. */
export const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-southeast-1',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackId':
    'arn:aws:cloudformation:ap-southeast-1:000000000000:stack/local/00000000-0000-0000-0000-000000000000',
};

const region = 'ap-southeast-1';
/** The engines require credentials and check none. DynamoDB Local accepts only letters and digits. */
const accessKeyId = 'local';
const secretAccessKey = 'local';

export const localCredentials = { region, credentials: { accessKeyId, secretAccessKey } };

/** URLs of the local engines. */
export type Endpoints = { dynamodb: string; s3: string; sqs: string; cloudfront: string; cognito: string };

/** Environment variables that Lambda sets, and the endpoints for the SDK. */
export const lambdaEnvironment = (endpoints: Endpoints) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  AWS_ENDPOINT_URL_CLOUDFRONT: endpoints.cloudfront,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.cognito,
  TZ: ':UTC',
});
