/** A clock that stands still until it is advanced, with timers that run on the way. */
export const virtualTime = (start: Date) => {
  let now = start.getTime();
  let lastId = 0;
  const timers = new Map<number, { at: number; run: () => void }>();

  const nextTimer = (until: number) =>
    [...timers]
      .filter(([, { at }]) => at <= until)
      .sort(([a, one], [b, other]) => one.at - other.at || a - b)[0];

  return {
    clock: () => new Date(now),
    later(run: () => void, ms: number): () => void {
      lastId += 1;
      const id = lastId;
      timers.set(id, { at: now + Math.max(0, ms), run });
      return () => timers.delete(id);
    },
    /** Runs what is due within a time, in order, and what follows from it. */
    async advance(ms: number) {
      const until = now + ms;
      for (;;) {
        await settled();
        const next = nextTimer(until);
        if (!next) break;
        const [id, { at, run }] = next;
        timers.delete(id);
        now = Math.max(now, at);
        run();
      }
      now = until;
    },
  };
};
export type VirtualTime = ReturnType<typeof virtualTime>;

/** Resolves when no promise is left that can be settled without a timer. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
