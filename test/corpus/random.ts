import { seededRandom } from '../../infra/cli/seeded-random.ts';

/** Draws for a corpus that is the same for a seed at every run. */
export const random = (seed: number) => {
  const next = seededRandom(seed);
  /** An integer from 0 (inclusive) to `end` (exclusive). */
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (probability: number) => next() < probability,
    /** One of a list, uniformly. */
    any: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** One of a list, the first ones much more often, like words in a language. */
    common: <T>(items: readonly T[]): T => items[Math.floor(items.length * next() ** 1.7)] as T,
  };
};
export type Random = ReturnType<typeof random>;
