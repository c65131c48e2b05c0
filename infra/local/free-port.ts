import { createServer } from 'node:net';

/** Below the ports that Linux hands to connections by itself (32768 and up), so that none of those takes it before we do. */
const lowest = 20_000;
const count = 12_000;

/** Whether nothing listens on a port of 127.0.0.1 at this moment. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A port of 127.0.0.1 that nothing listens on, for an engine that cannot choose one itself. */
export const freePort = async (): Promise<number> => {
  const port = lowest + Math.floor(Math.random() * count);
  return (await isFree(port)) ? port : freePort();
};
