/** A token bucket like API Gateway's throttle: `ratePerSecond` in the long run, `burst` at once. Returns whether a request passes. */
export const throttle = (ratePerSecond: number, burst: number) => {
  let tokens = burst;
  let lastMs = 0;
  return (nowMs: number): boolean => {
    tokens = Math.min(burst, tokens + ((nowMs - lastMs) / 1000) * ratePerSecond);
    lastMs = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};
