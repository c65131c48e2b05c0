import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  listRequest,
  parseWorkQuery,
  tabs,
  tabsOf,
  workAddress,
} from '../../../../../functions/console/browser/article-lists/work-query.ts';
import type { User } from '../../../../../functions/console/browser/session/user.ts';
import { articleListQuery } from '../../../../../shared/articles/requests.ts';

const editor: User = { name: 'lan', role: 'editor' };
const author: User = { name: 'an', role: 'author' };

const parse = (address: string, user = editor) =>
  parseWorkQuery(Object.fromEntries(new URL(address, 'https://x.example').searchParams), user);

test.each<[string, User, object]>([
  ['/quan-tri/', editor, { status: 'all', createdBy: 'lan' }],
  ['/quan-tri/?muc=khong-co', editor, { status: 'all', createdBy: 'lan' }],
  ['/quan-tri/?muc=cho-toi', author, { status: 'waiting' }],
  ['/quan-tri/?muc=tat-ca&nguoi-tao=+an+', editor, { status: 'all', createdBy: 'an' }],
  ['/quan-tri/?muc=tat-ca&nguoi-tao=lan', author, { status: 'all', createdBy: 'an' }],
  ['/quan-tri/?muc=dang-dang&nguoi-tao=lan', author, { status: 'live' }],
  ['/quan-tri/?nguoi-tao=an', editor, { status: 'all', createdBy: 'lan' }],
  [
    '/quan-tri/?muc=da-go&chuyen-muc=tin-tuc&tim=h%E1%BB%8Dp',
    editor,
    { status: 'withdrawn', category: 'tin-tuc', words: 'họp' },
  ],
])('asks at %s for what %o may see', (address, user, request) => {
  expect(listRequest(parse(address, user), user)).toEqual(request);
});

const queries = fc.record({
  tab: fc.constantFrom(...tabs),
  category: fc.constantFrom('', 'tin-tuc'),
  createdBy: fc.string({ unit: 'grapheme', maxLength: 200 }),
  words: fc.string({ unit: 'grapheme', maxLength: 200 }),
});

test('an address leads back to its list, and is its only one', () => {
  fc.assert(
    fc.property(queries, fc.constantFrom(editor, author), (query, user) => {
      const parsed = parse(workAddress(query), user);
      expect(parse(workAddress(parsed), user)).toEqual(parsed);
      expect(tabsOf(user)).toContain(parsed.tab);
      const asked = listRequest(parsed, user);
      // Control characters are the only words that the API refuses, in words for people.
      if (!/\p{C}|\p{M}{31}/u.test(parsed.words))
        expect(articleListQuery.safeParse(asked).error).toBeUndefined();
    }),
  );
});
