/**
 * Keeps what `load` gives for so many milliseconds, within one function's environment; who asks meanwhile shares it. A failure is
 * not kept.
 */
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

    /** Changes what is kept, if anything is. */
    update(alter: (value: T) => T) {
      if (kept) kept = { ...kept, value: kept.value.then(alter) };
    },

    clear() {
      kept = null;
    },
  };
};
