import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy for the browser that removes `referrer-policy`: npm's Chromium aborts a navigation of Lighthouse whose reply has one (147.0
 * with Lighthouse 13.5). Addresses stay the portal's own.
 */
export const startHeaderProxy = async () => {
  const server = createServer((incoming, reply) => {
    const outgoing = ask(
      incoming.url ?? '',
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        const { 'referrer-policy': _, ...headers } = answer.headers;
        reply.writeHead(answer.statusCode ?? 502, headers);
        answer.pipe(reply);
      },
    );
    outgoing.on('error', () => reply.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
};
