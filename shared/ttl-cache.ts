/** Caches the value of `load` for `maxAgeMs` within one execution environment; concurrent callers share one load. A failure is not cached. */
export const ttlCache = <T>(maxAgeMs: number, load: (now: Date) => Promise<T>) => {
  let cached: { value: Promise<T>; at: number } | null = null;

  return {
    get(now: Date): Promise<T> {
      const at = now.getTime();
      if (cached && at - cached.at < maxAgeMs) return cached.value;
      const value = load(now);
      cached = { value, at };
      value.catch(() => {
        if (cached?.value === value) cached = null;
      });
      return value;
    },

    clear() {
      cached = null;
    },
  };
};
