import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http';
import { request as sendSecurely } from 'node:https';
import type { AddressInfo } from 'node:net';

export type ProxyRequest = { method: string; url: string; headers: IncomingHttpHeaders; body: Buffer };
export type ProxyReply = { status: number; headers: IncomingHttpHeaders; body: Buffer };
/** The reply to send; `drop` closes the connection without one, `hold` leaves the client waiting. */
export type Outcome = ProxyReply | 'drop' | 'hold';
type Forward = (request: ProxyRequest) => Promise<ProxyReply>;
/** Decides what happens to a request, as a rule by forwarding it. An error drops the connection. */
export type ProxyHook = (request: ProxyRequest, forward: Forward) => Promise<Outcome>;

/** Describe one connection or one body, and are set again for a forwarded request. */
const connectionHeaders = ['connection', 'content-length', 'expect', 'transfer-encoding'];

/** The body of a message. `buffer` of `node:stream/consumers` does the same by way of a blob, which takes several times as long. */
const bodyOf = (message: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.once('end', () => resolve(Buffer.concat(chunks)));
    message.once('error', reject);
  });

/** Longer than clients here keep a connection: one that is reused while the server closes it fails. */
const keepAliveTimeoutMs = 60_000;

/** An HTTP proxy on 127.0.0.1 that passes every request to a hook. Bodies are buffered; encodings stay as they are. */
export const httpProxy = (hook: ProxyHook) => {
  let target: string | undefined;

  const forward: Forward = ({ method, url, headers, body }) => {
    const forwarded = Object.entries(headers).filter(([name]) => !connectionHeaders.includes(name));
    return new Promise((resolve, reject) => {
      const address = new URL(url, target);
      const options = { method, headers: Object.fromEntries(forwarded) };
      const request = address.protocol === 'https:' ? sendSecurely(address, options) : send(address, options);
      request.on('error', reject);
      request.on('response', (reply) => {
        bodyOf(reply).then(
          (bytes) => resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body: bytes }),
          reject,
        );
      });
      request.end(body);
    });
  };

  const handle = async (request: IncomingMessage): Promise<Outcome> => {
    const { method = 'GET', url = '/', headers } = request;
    return hook({ method, url, headers, body: await bodyOf(request) }, forward);
  };

  const server = createServer(async (request, response) => {
    const outcome = await handle(request).catch((): Outcome => 'drop');
    if (outcome === 'hold') return;
    if (outcome === 'drop') request.socket.destroy();
    else response.writeHead(outcome.status, outcome.headers).end(outcome.body);
  });

  server.keepAliveTimeout = keepAliveTimeoutMs;

  return {
    /** Starts on a free port; resolves to the proxy's URL. Without a target URL, clients send absolute ones. */
    async start(targetUrl?: string): Promise<string> {
      target = targetUrl;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** The operation of DynamoDB or Cognito that a request calls: `PutItem`. */
export const awsOperation = ({ headers }: ProxyRequest): string =>
  String(headers['x-amz-target']).split('.').at(-1) ?? '';
