/** Transactions under way at once: they touch different articles. */
const concurrency = 6;

/** Articles changed by one call, so that their transactions fit into the timeout of the function. */
export const batchSize = 60;

/** Changes articles a few at a time; the number of those for which `change` answered true. */
export const changeEach = async (
  ids: readonly string[],
  change: (id: string) => Promise<boolean>,
): Promise<number> => {
  const waiting = [...ids];
  let changed = 0;
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (await change(id)) changed += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return changed;
};
