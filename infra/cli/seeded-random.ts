import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/**
 * A generator of numbers from 0 up to, but not including, 1; the same sequence for the same seed.
 * xoroshiro128plus would start nearly alike for all small seeds.
 */
export const seededRandom = (seed: number) => {
  const generator = mersenne(seed);
  return () => uniformFloat64(generator);
};
