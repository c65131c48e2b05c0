import { createServer } from 'node:net';

/** Below Linux's ephemeral ports (32768 and up), so that no outgoing connection takes the port before us. */
const lowest = 20_000;
const count = 12_000;

/** Whether a port of 127.0.0.1 is free now. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A free port of 127.0.0.1, for an engine that cannot choose one itself. */
export const freePort = async (): Promise<number> => {
  const port = lowest + Math.floor(Math.random() * count);
  return (await isFree(port)) ? port : freePort();
};
