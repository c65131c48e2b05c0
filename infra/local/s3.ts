import { mkdir } from 'node:fs/promises';
import { startFauxqs } from 'fauxqs';
import { ofType, type Template } from './template.ts';

/** The name that a bucket goes by here: its logical id, as S3 would have it. */
export const bucketName = (logicalId: string) => logicalId.toLowerCase();

/** S3 in process, with the buckets of the template. It checks no signature and no policy. */
export const startS3 = async (template: Template, dataDirectory?: string) => {
  if (dataDirectory !== undefined) await mkdir(dataDirectory, { recursive: true });
  const server = await startFauxqs({
    port: 0,
    host: '127.0.0.1',
    logger: false,
    ...(dataDirectory !== undefined && { dataDir: dataDirectory }),
    init: { buckets: ofType(template, 'AWS::S3::Bucket').map(({ id }) => bucketName(id)) },
  });
  return { url: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
};
