import { seededRandom } from '../../infra/cli/seeded-random.ts';

/** Random choices that are the same at every run with the same seed. */
export const createSampler = (seed: number) => {
  const next = seededRandom(seed);
  /** An integer from 0 up to, but not including, `end`. */
  const intBelow = (end: number) => Math.floor(next() * end);
  return {
    /** A number from 0 up to, but not including, 1. */
    next,
    intBelow,
    chance: (probability: number) => next() < probability,
    /** An item of a list, all equally likely. */
    pick: <T>(items: readonly T[]): T => items[intBelow(items.length)] as T,
    /** An item of a list, the first ones much more often, as word frequencies are skewed. */
    pickSkewed: <T>(items: readonly T[]): T => items[Math.floor(items.length * next() ** 1.7)] as T,
  };
};
export type Sampler = ReturnType<typeof createSampler>;
