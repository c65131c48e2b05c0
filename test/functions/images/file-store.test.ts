import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fileStore } from '../../../functions/images/file-store.ts';
import { uploadLimitBytes } from '../../../shared/images/image.ts';

/** A bucket that answers as it is told: no engine of this machine takes files of 15 MB. */
let answer: { status: number; body: Buffer } = {
  status: 200,
  body: Buffer.alloc(0),
};
const requests: string[] = [];
const bucket = createServer(({ method, url }, response) => {
  requests.push(`${method} ${url?.replace(/[?&]x-id=.*$/, '')}`);
  const { status, body } = answer;
  response.writeHead(status, { 'content-length': body.length }).end(body);
});
await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve));
afterAll(() => bucket.close());

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const endpoint = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`;
const files = fileStore(
  { uploads: 'uploads-bucket', images: 'images-bucket' },
  new S3Client({ endpoint, region: 'here', credentials, maxAttempts: 1, forcePathStyle: true }),
);

beforeEach(() => {
  requests.length = 0;
});

const problem = (code: string) => ({ body: Buffer.from(`<Error><Code>${code}</Code></Error>`) });

test('reads an upload of 15 MB', async () => {
  answer = { status: 200, body: Buffer.alloc(uploadLimitBytes, 7) };
  expect((await files.readUpload('a'))?.length).toBe(uploadLimitBytes);
});

test('refuses one byte more than the policy allows', async () => {
  answer = { status: 200, body: Buffer.alloc(uploadLimitBytes + 1, 7) };
  await expect(files.readUpload('a')).rejects.toMatchObject({ code: 'invalid_image' });
});

test('returns null for a missing upload', async () => {
  answer = { status: 404, body: problem('NoSuchKey').body };
  expect(await files.readUpload('a')).toBeNull();
});

test.each([500, 503])('throws an error that can be retried when the bucket answers %i', async (status) => {
  answer = { status, body: problem('InternalError').body };
  const file = { type: 'image/jpeg', body: Buffer.from('x') };
  await expect(files.readUpload('a')).rejects.toMatchObject({ code: 'unavailable' });
  await expect(files.write('images/a', file)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(files.remove('images/a')).rejects.toMatchObject({ code: 'unavailable' });
});

test('reads and removes uploads in their own bucket, and images in theirs', async () => {
  answer = { status: 200, body: Buffer.from('x') };
  await files.readUpload('a');
  await files.readImage('images/a');
  await files.write('images/a', { type: 'image/jpeg', body: Buffer.from('x') });
  answer = { status: 204, body: Buffer.alloc(0) };
  await files.removeUpload('a');
  await files.remove('images/a');
  expect(requests).toEqual([
    'GET /uploads-bucket/uploads/a',
    'GET /images-bucket/images/a',
    'PUT /images-bucket/images/a',
    'DELETE /uploads-bucket/uploads/a',
    'DELETE /images-bucket/images/a',
  ]);
});
