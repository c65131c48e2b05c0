import { expect, test } from 'vitest';
import { assertShallow } from '../../../../../functions/console/browser/paste/assert-shallow.ts';

test('refuses what would take a browser minutes to parse', () => {
  expect(() => assertShallow('<div class="a"><b>'.repeat(600))).toThrow('quá phức tạp');
});

test.each([
  ['styles that Word lists', '<w:LsdException Locked="false" Name="Normal"/>'],
  ['drawings', '<path d="M0 0"/>'],
  ['paragraphs and breaks without an end', '<p>a<br>'],
  ['long documents', '<div><p>a</p></div>'],
])('takes %s, however many', (_, html) => expect(() => assertShallow(html.repeat(2000))).not.toThrow());
