/** Caches the value of `load` for `maxAgeMs` within one execution environment; concurrent callers share one load. A failure is not cached. */
export const ttlCache = <T>(maxAgeMs: number, load: (now: Date) => Promise<T>) => {
  let kept: { value: Promise<T>; at: number } | null = null;

  return {
    get(now: Date): Promise<T> {
      const at = now.getTime();
      if (kept && at - kept.at < maxAgeMs) return kept.value;
      const value = load(now);
      kept = { value, at };
      value.catch(() => {
        if (kept?.value === value) kept = null;
      });
      return value;
    },

    /** Updates the cached value, if there is one. */
    update(alter: (value: T) => T) {
      if (kept) kept = { ...kept, value: kept.value.then(alter) };
    },

    clear() {
      kept = null;
    },
  };
};
