import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordChanges } from '../../../../../functions/console/browser/conflict/word-changes.ts';

const short = (before: string, after: string) =>
  wordChanges(before, after).map(
    ({ change, text }) => ({ same: '', added: '+', removed: '-' })[change] + text,
  );

test.each<[string, string, string[]]>([
  ['tại hội trường lớn', 'tại nhà văn hóa lớn', ['tại ', '-hội trường ', '+nhà văn hóa ', 'lớn']],
  ['lúc 7 giờ', 'lúc 8 giờ', ['lúc ', '-7', '+8', ' giờ']],
  ['a b', 'a c b', ['a ', '+c ', 'b']],
  ['', 'mới', ['+mới']],
  ['cũ', '', ['-cũ']],
])('%s → %s', (before, after, changes) => {
  expect(short(before, after)).toEqual(changes);
});

test('holds both texts whole', () => {
  const text = fc
    .array(fc.constantFrom('một', 'hai', ' ', '\n', 'ba', ','), { maxLength: 12 })
    .map((it) => it.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (side: 'added' | 'removed') =>
        changes
          .filter(({ change }) => change !== side)
          .map((piece) => piece.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});
