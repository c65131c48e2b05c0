/** Prints what is being done, does it, and prints how long it took. */
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

/** Rewrites the terminal's line with the progress of a long step; prints nothing when stdout is no terminal. */
export const reportProgress = (what: string) => {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${what}`);
};
