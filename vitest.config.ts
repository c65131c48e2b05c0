import { defineConfig } from 'vitest/config';
import { GroupsFirst } from './test/support/groups-first.ts';
import { inlineText } from './test/support/inline-text-plugin.ts';

export default defineConfig({
  plugins: [inlineText()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/global-setup.ts',
    // Suites start engines of their own; more at once than cores only makes each of them slower.
    maxWorkers: 2,
    sequence: { sequencer: GroupsFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A loaded machine takes longer than the second that is the default.
    expect: { poll: { timeout: 15_000 } },
    // The environment of a developer's shell must not reach the tests.
    env: { PORTAL_SITE: '', PORTAL_DATA: '', PORTAL_DEMO: '', PORT: '' },
  },
});
