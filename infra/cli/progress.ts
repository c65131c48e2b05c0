/** Says what is being done, does it, and says how long it took. */
export const withProgress = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  process.stdout.write(`${what} …`);
  const start = performance.now();
  try {
    const result = await work();
    process.stdout.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write('\n');
    throw error;
  }
};

/** Rewrites the line of a terminal with how far a long step is; elsewhere says nothing, for a log wants no such lines. */
export const reportProgress = (what: string) => {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${what}`);
};
