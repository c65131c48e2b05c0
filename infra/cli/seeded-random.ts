import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const steps = 2 ** 31;

/** A generator of numbers from 0 (inclusive) to 1 (exclusive) that is the same for a seed on every machine. */
export const seededRandom = (seed: number): (() => number) => {
  const generator = xoroshiro128plus(seed);
  return () => uniformInt(generator, 0, steps - 1) / steps;
};
