import type { CheckResult } from './smoke-test.ts';

/** A result as a line. */
export const lineOf = ({ name, finding }: CheckResult): string => {
  if (finding === null) return `passed   ${name}`;
  return 'failed' in finding ? `FAILED   ${name}: ${finding.failed}` : `skipped  ${name}: ${finding.skipped}`;
};

export const hasFailed = ({ finding }: CheckResult): boolean => finding !== null && 'failed' in finding;
