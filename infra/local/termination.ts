const pollMs = 250;

/**
 * Calls `end` when this process is asked to end: by Ctrl-C, SIGTERM, the terminal that closes, or the end of npm. A killed npm forwards
 * nothing, and not every version forwards SIGTERM (https://github.com/npm/cli/issues/6684), but its child gets another parent.
 * `npm start` must replace its shell by `exec`: otherwise the signal and the loss of the parent stop there.
 */
export const onTermination = (end: () => void) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (process.env.npm_lifecycle_event === undefined) return;
  const { ppid } = process;
  setInterval(() => {
    if (process.ppid !== ppid) end();
  }, pollMs).unref();
};
