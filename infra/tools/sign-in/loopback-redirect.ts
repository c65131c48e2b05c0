import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../../cli/user-error.ts';

const page = (sentence: string) => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Đăng nhập</title>
<p>${sentence}</p></html>`;

const received = page('Đã nhận kết quả đăng nhập. Bạn có thể đóng trang này và quay lại cửa sổ dòng lệnh.');

/** Listens at the address of a loopback redirect; null when its port is in use. */
const listenAt = (callback: string, onRedirect: (returned: URL) => void): Promise<Server | null> => {
  const { hostname, port, pathname } = new URL(callback);
  const server = createServer((request, response) => {
    const returned = new URL(request.url ?? '/', callback);
    const isAnswer = returned.searchParams.has('code') || returned.searchParams.has('error');
    // Browsers ask for icons too.
    if (request.method !== 'GET' || returned.pathname !== pathname || !isAnswer)
      return end(response, 404, '');
    return end(response, 200, received, () => onRedirect(returned));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(Number(port), hostname, () => resolve(server));
  });
};

const end = (response: ServerResponse, status: number, body: string, onSent?: () => void) => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(body, onSent);
};

/**
 * Waits at the first of some loopback addresses whose port is free for the one redirect of a sign-in (RFC 8252, 7.3). Throws a
 * `UserError` when no port is free. `returned` rejects with one after `timeoutMs`.
 */
export const loopbackRedirect = async (callbacks: readonly string[], timeoutMs: number) => {
  const { promise, resolve } = Promise.withResolvers<URL>();
  for (const callback of callbacks) {
    const server = await listenAt(callback, resolve);
    if (server === null) continue;
    const timeout = wait(timeoutMs, undefined, { ref: false }).then(() => {
      throw new UserError(`Nobody signed in within ${timeoutMs / 1000} seconds. Run the command again.`);
    });
    return {
      callback,
      returned: Promise.race([promise, timeout]),
      close() {
        server.close();
        server.closeAllConnections();
      },
    };
  }
  const hosts = callbacks.map((callback) => new URL(callback).host).join(', ');
  throw new UserError(`${hosts} are in use: stop one of the programs that listen there.`);
};
