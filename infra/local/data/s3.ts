import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir } from 'node:fs/promises';
import { startFauxqs } from 'fauxqs';
import { ofType, type Template } from '../template/template.ts';
import { bucketName } from './local-names.ts';
import { answerCors, type CorsRule } from './s3-cors.ts';

type CorsRules = ReadonlyMap<string, readonly CorsRule[]>;
type Options = {
  dataDirectory?: string | undefined;
  /** By logical id of the bucket. */
  corsRules?: CorsRules;
};

/**
 * S3 and SQS in this process, with the buckets and queues of the template. They check no signature and no policy, and retain no versions;
 * pages of other origins get what the buckets' CORS rules allow.
 */
export const startS3 = async (template: Template, { dataDirectory, corsRules = new Map() }: Options = {}) => {
  if (dataDirectory !== undefined) await mkdir(dataDirectory, { recursive: true });
  const rulesByName = new Map([...corsRules].map(([id, rules]) => [bucketName(id), rules]));
  const server = await onLoopback(rulesByName, () =>
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

type Request = { method: string; url: string; headers: Record<string, string | string[] | undefined> };
type Reply = {
  headers: (headers: Record<string, string>) => Reply;
  code: (status: number) => Reply;
  send: () => Reply;
};
/** The part of https://fastify.dev/docs/latest/Reference/Server/ that is used here. */
type Server = {
  listen: (options: object) => Promise<string>;
  options: (path: string, handler: (request: Request, reply: Reply) => Promise<Reply>) => void;
  addHook: (name: 'onRequest', hook: (request: Request, reply: Reply) => Promise<Reply | undefined>) => void;
};

/**
 * Starts a Fastify server that would listen on every interface on 127.0.0.1, and gives it CORS: fauxqs writes its `host` into URLs only,
 * and knows no CORS. The instance comes by https://fastify.dev/docs/latest/Reference/Hooks/#diagnostics-channel-hooks, before `start`
 * awaits anything.
 */
const onLoopback = <T>(corsRules: CorsRules, start: () => Promise<T>): Promise<T> => {
  const channel = 'fastify.initialization';
  const bind = (message: unknown) => {
    const { fastify } = message as { fastify: Server };
    const listen = fastify.listen.bind(fastify);
    fastify.listen = (options) => listen({ ...options, host: '127.0.0.1' });
    fastify.addHook('onRequest', async (request, reply) => {
      const [, bucket = ''] = new URL(request.url, 'http://s3').pathname.split('/');
      const { status, headers } = answerCors(corsRules.get(bucket) ?? [], request);
      reply.headers(headers);
      return status === undefined ? undefined : reply.code(status).send();
    });
    // A hook runs for routes alone.
    fastify.options('/*', async (_, reply) => reply.code(404).send());
  };
  subscribe(channel, bind);
  try {
    return start();
  } finally {
    unsubscribe(channel, bind);
  }
};
