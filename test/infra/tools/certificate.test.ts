import { expect, test } from 'vitest';
import { certificateProblem } from '../../../infra/tools/smoke/certificate.ts';

const now = new Date('2026-11-28T00:00:00Z');

test.each([
  ['TLSv1.3', '2027-02-28T00:00:00Z', null],
  ['TLSv1.2', '2026-12-12T00:00:00Z', null],
  ['TLSv1.2', '2026-12-11T23:59:59Z', 'The certificate ends in 13 days.'],
  ['TLSv1.1', '2027-02-28T00:00:00Z', 'TLS is TLSv1.1, not 1.2 or 1.3.'],
])('judges %s until %s', (protocol, validTo, sentence) => {
  expect(certificateProblem({ protocol, validTo: new Date(validTo) }, now)).toBe(sentence);
});
