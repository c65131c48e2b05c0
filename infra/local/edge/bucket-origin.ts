import type { HttpRequest, HttpResponse } from '../api/http-event.ts';
import { bucketName } from '../data/local-names.ts';
import { bucketDomain } from '../template/local-references.ts';
import { ofType, type Template } from '../template/template.ts';

/** Headers of an object that reach the reader. */
const forwardedHeaders = [
  'content-type',
  'cache-control',
  'etag',
  'last-modified',
  'accept-ranges',
  'content-range',
];

/** A bucket behind origin access control. S3 answers 403, not 404, for a missing key. */
export const bucketOrigin = (template: Template, s3Url: string) => {
  const names = new Map(
    ofType(template, 'AWS::S3::Bucket').map(({ id }) => [bucketDomain(id), bucketName(id)]),
  );

  return async (domain: string, { method, target, headers }: HttpRequest): Promise<HttpResponse> => {
    const { range } = headers;
    const reply = await fetch(`${s3Url}/${names.get(domain)}${target}`, {
      method,
      headers: range === undefined ? {} : { range },
    });
    if (reply.status === 404) return { status: 403, headers: {}, body: Buffer.from('Access denied') };
    const forwarded = forwardedHeaders.flatMap((name) => {
      const value = reply.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    return {
      status: reply.status,
      headers: Object.fromEntries(forwarded),
      body: Buffer.from(await reply.arrayBuffer()),
    };
  };
};
