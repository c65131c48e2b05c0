import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../infra/local/template/synth.ts';
import { compareGrants } from './grant-records.ts';

/**
 * Synthesizes once, before suites that run concurrently. At the end compares the functions' policies with what they called: a denied call
 * fails every run, a grant that nothing used fails a run of all tests.
 */
export const setup = async (project: TestProject) => {
  const { cached, seconds } = await synthesize();
  if (!cached) console.log(`The stack was synthesized in ${seconds.toFixed(1)} s.`);
  const records = await mkdtemp(join(tmpdir(), 'grant-records-'));
  project.provide('grantRecords', records);

  return async () => {
    try {
      const { unused, denied } = await compareGrants(records);
      const problems = [
        ...denied.map((call) => `denied: ${call}`),
        ...((await ranEverything(project)) ? unused.map((grant) => `granted and never used: ${grant}`) : []),
      ];
      if (problems.length > 0) throw new Error(`Policies and calls differ:\n${problems.join('\n')}`);
    } finally {
      await rm(records, { recursive: true });
    }
  };
};

/** Whether all tests ran and passed: a failed one may not have come to its calls. */
const ranEverything = async (project: TestProject) => {
  const { testFiles } = await project.globTestFiles();
  const { state, config } = project.vitest;
  const isFiltered = config.testNamePattern !== undefined || state.getFiles().length < testFiles.length;
  return !isFiltered && state.getCountOfFailedTests() === 0;
};
