import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countArticle, royaltiesOf } from '../../../functions/site-admin/royalties.ts';
import type { LiveArticle } from '../../../shared/articles/live-article.ts';
import { toLive } from '../../../shared/articles/to-live.ts';
import { toPicture } from '../../../shared/images/picture.ts';
import { anArticle } from '../../support/article-fixture.ts';
import { anImage, imageIdOf } from '../../support/image-fixture.ts';

const at = '2026-11-02T01:00:00.000Z';
const img = (n: number) => `<img src="/images/${imageIdOf(n)}" />`;
const pictures = [1, 2, 3].map((n) => toPicture(anImage(n)));

const live = (fields: Parameters<typeof anArticle>[0] = {}): LiveArticle =>
  toLive(anArticle(fields), { publishedAt: at, updatedAt: at }, pictures);
const counted = (author: string, createdBy = 'lan', body = '<p>một hai</p>') =>
  countArticle(live({ author, body }), createdBy);

describe('pictures', () => {
  test.each([
    ['none', {}, 0],
    ['the cover', { cover: imageIdOf(1) }, 1],
    ['of the body, one twice', { body: `${img(1)}<p>x</p>${img(2)}${img(1)}` }, 2],
    [
      'the same everywhere, and one more in the gallery',
      {
        cover: imageIdOf(1),
        body: img(1),
        gallery: [1, 3, 3].map((n) => ({ image: imageIdOf(n), caption: '' })),
      },
      2,
    ],
  ])('%s', (_, fields, expected) => {
    expect(countArticle(live(fields), 'lan').pictures).toBe(expected);
  });
});

describe('people', () => {
  const namesOf = (...articles: ReturnType<typeof counted>[]) =>
    royaltiesOf(articles).map(({ name, kind, articles: own }) => [name, kind, own.length]);

  test.each([
    [
      'the byline, else who created it',
      [counted('Trần Lan'), counted('')],
      [
        ['lan', 'account', 1],
        ['Trần Lan', 'byline', 1],
      ],
    ],
    [
      'a byline in other case is the same',
      [counted('Trần Lan'), counted('TRẦN LAN')],
      [['Trần Lan', 'byline', 2]],
    ],
    [
      'one with other accents is another',
      [counted('Trần Lan'), counted('Tran Lan')],
      [
        ['Tran Lan', 'byline', 1],
        ['Trần Lan', 'byline', 1],
      ],
    ],
    [
      'a byline is no account',
      [counted('lan'), counted('', 'lan')],
      [
        ['lan', 'account', 1],
        ['lan', 'byline', 1],
      ],
    ],
    [
      'a byline like a property of objects',
      [counted('__proto__'), counted('constructor')],
      [
        ['__proto__', 'byline', 1],
        ['constructor', 'byline', 1],
      ],
    ],
    ['nobody', [], []],
  ])('%s', (_, articles, expected) => {
    expect(namesOf(...articles)).toEqual(expected);
  });

  test('together have every article once, and each the sum of theirs', () => {
    const article = fc
      .tuple(fc.constantFrom('', 'Lan', 'LAN', 'Hùng', 'hung'), fc.constantFrom('lan', 'hung'), fc.nat(30))
      .map(([author, createdBy, words]) => counted(author, createdBy, `<p>${'từ '.repeat(words)}</p>`));
    fc.assert(
      fc.property(fc.array(article, { maxLength: 30 }), (articles) => {
        const people = royaltiesOf(articles);
        expect(new Set(people.flatMap((person) => person.articles))).toEqual(new Set(articles));
        expect(people.flatMap((person) => person.articles)).toHaveLength(articles.length);
        for (const { words, articles: own } of people) {
          expect(words).toBe(own.reduce((sum, one) => sum + one.words, 0));
        }
      }),
    );
  });
});
