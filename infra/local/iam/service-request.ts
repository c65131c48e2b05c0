import { awsOperation, type ProxyRequest } from '../http-proxy.ts';
import { distributionArn, objectArn, queueArn, userPoolArn } from '../template/local-references.ts';
import { dynamodbCalls } from './dynamodb-calls.ts';
import type { ServiceCall } from './permissions.ts';

const services = ['dynamodb', 's3', 'sqs', 'cloudfront', 'cognito-idp'] as const;
export type Service = (typeof services)[number];

/** A request to a service, who signed it, and what it needs; `ifMissing`: what it needs too when there is no such object. */
export type ServiceRequest = {
  service: Service;
  accessKeyId: string;
  calls: readonly ServiceCall[];
  ifMissing?: ServiceCall;
};

/** The credential of a signature: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html */
const credential = /^([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request$/;
/** Fields of a presigned form come before its file. */
const formFieldsBytes = 16_384;

/** Reads a signed request; null when it has no signature of one of the services. */
export const readServiceRequest = (request: ProxyRequest): ServiceRequest | null => {
  const form = readForm(request);
  const signed = form?.credential ?? /Credential=([^,]+)/.exec(request.headers.authorization ?? '')?.[1];
  const [, accessKeyId = '', scope = ''] = credential.exec(signed ?? '') ?? [];
  const service = services.find((name) => name === scope);
  if (service === undefined) return null;
  return { service, accessKeyId, ...needs(service, request, form?.key) };
};

const needs = (
  service: Service,
  request: ProxyRequest,
  formKey?: string,
): Pick<ServiceRequest, 'calls' | 'ifMissing'> => {
  if (service === 's3') return s3Needs(request, formKey);
  if (service === 'dynamodb') return { calls: dynamodbCalls(awsOperation(request), request.body) };
  if (service === 'cloudfront') {
    const [, , , distribution = ''] = request.url.split('/');
    return { calls: [{ action: 'cloudfront:CreateInvalidation', resource: distributionArn(distribution) }] };
  }
  const { QueueUrl, UserPoolId } = JSON.parse(request.body.toString()) as Record<string, string>;
  const resource =
    service === 'sqs' ? queueArn(QueueUrl?.split('/').at(-1) ?? '') : userPoolArn(UserPoolId ?? '');
  return { calls: [{ action: `${service}:${awsOperation(request)}`, resource }] };
};

/** Actions of S3 by the method of a request for an object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const objectActions: Record<string, string> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  POST: 'PutObject',
  DELETE: 'DeleteObject',
};

const s3Needs = ({ method, url }: ProxyRequest, formKey?: string) => {
  const [, bucket = '', ...path] = decodeURIComponent(new URL(url, 'http://s3').pathname).split('/');
  const key = formKey ?? path.join('/');
  const listing = { action: 's3:ListBucket', resource: objectArn(bucket) };
  if (key === '') return { calls: [listing] };
  const action = `s3:${objectActions[method] ?? method}`;
  const calls = [{ action, resource: objectArn(bucket, key) }];
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax
  return action === 's3:GetObject' ? { calls, ifMissing: listing } : { calls };
};

/** The credential and the key of a form that a browser posts. */
const readForm = ({ method, headers, body }: ProxyRequest) => {
  if (method !== 'POST' || !headers['content-type']?.startsWith('multipart/form-data')) return null;
  const fields = body.subarray(0, formFieldsBytes).toString('latin1');
  const field = (name: string) =>
    new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)\\r\\n`, 'i').exec(fields)?.[1];
  return { credential: field('X-Amz-Credential'), key: field('key') };
};
