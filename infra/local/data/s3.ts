import { mkdir } from 'node:fs/promises';
import { startFauxqs } from 'fauxqs';
import { pseudoParameters } from '../compute/aws-environment.ts';
import { ofType, type Template } from '../template/template.ts';

/** The name that a bucket goes by here: its logical id, as S3 would have it. */
export const bucketName = (logicalId: string) => logicalId.toLowerCase();

/** A queue's address. The SDK goes to its own endpoint and takes from this only which queue is meant. */
export const queueUrl = (logicalId: string) =>
  `http://127.0.0.1/${pseudoParameters['AWS::AccountId']}/${logicalId}`;

/** S3 and SQS in process, with the buckets and queues of the template. They check no signature and no policy. */
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
