import { afterAll, expect, test } from 'vitest';
import { synthesize } from '../../../infra/local/template/synth.ts';
import { type FaultRun, runLine, startFaultyPortal } from './fault-run.ts';

const { directory } = await synthesize();
const portal = await startFaultyPortal({ templateDirectory: directory });
afterAll(() => portal.close());

const visits = 120;
const runs: FaultRun[] = [];

test.each([20261124, 2, 3, 4])(
  'seed %i: counts every visit and every read of an article once under network faults',
  async (seed) => {
    const run = await portal.run(seed, visits);
    console.log(runLine(run));
    runs.push(run);
    expect(run).toMatchObject({ lost: 0, double: 0, lostReads: 0, doubleReads: 0 });
  },
);

test('injects faults that make a counter with plain retries wrong', () => {
  for (const { faults, crashes } of runs) {
    expect(Object.keys(faults).sort()).toEqual(
      ['conflict', 'delay', 'dropAfter', 'dropBefore', 'duplicate', 'throttle'].sort(),
    );
    expect(crashes).toBeGreaterThan(0);
  }
  expect(runs.reduce((sum, { naiveDouble }) => sum + naiveDouble, 0)).toBeGreaterThan(0);
});
