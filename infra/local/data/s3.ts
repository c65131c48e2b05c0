import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir } from 'node:fs/promises';
import { startFauxqs } from 'fauxqs';
import { pseudoParameters } from '../compute/aws-environment.ts';
import { ofType, type Template } from '../template/template.ts';

/** The local name of a bucket: its logical id in lower case. */
export const bucketName = (logicalId: string) => logicalId.toLowerCase();

/** The local URL of a queue. The SDK uses its own endpoint and only the queue's name of this. */
export const queueUrl = (logicalId: string) =>
  `http://127.0.0.1/${pseudoParameters['AWS::AccountId']}/${logicalId}`;

/** S3 and SQS in this process, with the buckets and queues of the template. They check no signature and no policy, and retain no versions. */
export const startS3 = async (template: Template, dataDirectory?: string) => {
  if (dataDirectory !== undefined) await mkdir(dataDirectory, { recursive: true });
  const server = await onLoopback(() =>
    startFauxqs({
      port: 0,
      host: '127.0.0.1',
      logger: false,
      ...(dataDirectory !== undefined && { dataDir: dataDirectory }),
      init: {
        buckets: ofType(template, 'AWS::S3::Bucket').map(({ id }) => bucketName(id)),
        queues: ofType(template, 'AWS::SQS::Queue').map(({ id }) => ({ name: id })),
      },
    }),
  );
  return { url: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
};

type Listen = (options: object) => Promise<string>;

/**
 * Starts a Fastify server that would listen on every interface on 127.0.0.1: fauxqs writes its `host` into URLs only. The instance
 * comes by https://fastify.dev/docs/latest/Reference/Hooks/#diagnostics-channel-hooks, before `start` awaits anything.
 */
const onLoopback = <T>(start: () => Promise<T>): Promise<T> => {
  const channel = 'fastify.initialization';
  const bind = (message: unknown) => {
    const { fastify } = message as { fastify: { listen: Listen } };
    const listen = fastify.listen.bind(fastify);
    fastify.listen = (options) => listen({ ...options, host: '127.0.0.1' });
  };
  subscribe(channel, bind);
  try {
    return start();
  } finally {
    unsubscribe(channel, bind);
  }
};
