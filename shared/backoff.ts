/** A pause after a failure, doubled with every failure that follows. Kept by its caller, within one execution environment. */
export const backoff = ({ firstMs, maxMs }: { firstMs: number; maxMs: number }) => {
  let delayMs = firstMs;
  let until = 0;
  return {
    isPausing: (now: Date) => now.getTime() < until,
    fail(now: Date) {
      until = now.getTime() + delayMs;
      delayMs = Math.min(delayMs * 2, maxMs);
    },
    succeed() {
      delayMs = firstMs;
      until = 0;
    },
  };
};
