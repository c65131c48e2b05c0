import { BaseSequencer, type TestSpecification } from 'vitest/node';

const isGroup = ({ moduleId }: TestSpecification) => /\/test\/e2e\/[\w-]+\.test\.ts$/.test(moduleId);

/**
 * Starts the test files that group suites before all others, so that no long one is left for the end: vitest sorts by size until it
 * knows durations, and these files are short.
 */
export class GroupsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isGroup), ...sorted.filter((file) => !isGroup(file))];
  }
}
