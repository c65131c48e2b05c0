import { mkdir } from 'node:fs/promises';
import { startFauxqs } from 'fauxqs';
import { pseudoParameters } from '../compute/aws-environment.ts';
import { ofType, type Template } from '../template/template.ts';

/** The local name of a bucket: its logical id in lower case. */
export const bucketName = (logicalId: string) => logicalId.toLowerCase();

/** The local URL of a queue. The SDK uses its own endpoint and only the queue's name of this. */
export const queueUrl = (logicalId: string) =>
  `http://127.0.0.1/${pseudoParameters['AWS::AccountId']}/${logicalId}`;

/** S3 and SQS in this process, with the buckets and queues of the template. They check no signature and no policy. */
export const startS3 = async (template: Template, dataDirectory?: string) => {
  if (dataDirectory !== undefined) await mkdir(dataDirectory, { recursive: true });
  const server = await startFauxqs({
    port: 0,
    host: '127.0.0.1',
    logger: false,
    ...(dataDirectory !== undefined && { dataDir: dataDirectory }),
    init: {
      buckets: ofType(template, 'AWS::S3::Bucket').map(({ id }) => bucketName(id)),
      queues: ofType(template, 'AWS::SQS::Queue').map(({ id }) => ({ name: id })),
    },
  });
  return { url: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
};
