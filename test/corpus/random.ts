/** Numbers that look random and are the same at every run: https://en.wikipedia.org/wiki/Linear_congruential_generator would repeat too soon; this is mulberry32. */
export const random = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** A whole number from 0 up to, and without, `end`. */
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (probability: number) => next() < probability,
    /** One of a list, each as likely as the others. */
    any: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** One of a list, the first ones much more often, as words in a language are. */
    common: <T>(items: readonly T[]): T => items[Math.floor(items.length * next() ** 1.7)] as T,
  };
};
export type Random = ReturnType<typeof random>;
