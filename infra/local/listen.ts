import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../cli/user-error.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/** Longer than clients here keep a connection: one that is reused while the server closes it fails. */
const keepAliveTimeoutMs = 60_000;

/** Listens on a port of 127.0.0.1 (0: any free one), and answers 503 until it is opened. Throws a `UserError` when the port is in use. */
export const listen = async (port: number) => {
  let answer: Answer = async (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (response.headersSent) request.socket.destroy();
      else response.writeHead(500).end();
    });
  });
  server.keepAliveTimeout = keepAliveTimeoutMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open(opened: Answer) {
      answer = opened;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const portError = (error: NodeJS.ErrnoException, port: number) =>
  error.code === 'EADDRINUSE'
    ? new UserError(
        `Port ${port} is in use. Stop the process that listens on it, or set PORT to another port.`,
      )
    : error;
