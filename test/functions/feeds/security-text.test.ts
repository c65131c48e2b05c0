import { expect, test } from 'vitest';
import { securityText } from '../../../functions/feeds/security-text.ts';

const context = { origin: 'https://phuong.example', now: new Date('2026-11-28T19:30:00Z') };

test('names the agency, and the day on which it expires', () => {
  const site = { email: 'ubnd@phuong.example', telephone: '(024) 3822 1234' };
  expect(securityText(site, context)).toBe(`Contact: mailto:ubnd@phuong.example
Contact: tel:+842438221234
Expires: 2027-05-27T00:00:00.000Z
Preferred-Languages: vi, en
Canonical: https://phuong.example/.well-known/security.txt
`);
});

test.each([
  ['0912.345.678', 'tel:+84912345678'],
  ['+84 24 3822 1234', 'tel:+842438221234'],
  ['1900 1234', null],
  ['024 3822 1234, 024 3822 1235', null],
  ['024 3822 1234 (giờ hành chính)', null],
  ['', null],
])('reads the telephone number "%s"', (telephone, uri) => {
  const text = securityText({ email: '', telephone }, context);
  expect(text && /^Contact: (.*)$/m.exec(text)?.[1]).toBe(uri);
});
