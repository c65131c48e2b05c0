import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imagesOf, picturesForPublication } from '../../../shared/articles/article-images.ts';
import type { Change } from '../../../shared/articles/change.ts';
import { saveArticle } from '../../../shared/articles/edit.ts';
import { publishArticle, withdrawArticle } from '../../../shared/articles/publish.ts';
import { anArticle } from '../../support/article-fixture.ts';
import { anImage, imageIdOf } from '../../support/image-fixture.ts';

const step = { actor: { name: 'lan', role: 'editor' as const }, now: new Date('2026-05-04T03:00:00.000Z') };
const [a, b, c] = [imageIdOf(1), imageIdOf(2), imageIdOf(3)];
const inBody = (id: string) => `<figure><img src="/images/${id}" /></figure>`;

test('lists the cover, body and gallery images of an article, each once', () => {
  const gallery = [c, a].map((image) => ({ image, caption: '' }));
  expect(imagesOf({ cover: a, body: `<p>x</p>${inBody(b)}${inBody(a)}`, gallery })).toEqual([a, b, c]);
});

test('refuses a publication with images without description, with each field', () => {
  const content = { cover: a, body: inBody(b), gallery: [{ image: b, caption: 'x' }] };
  const found = [anImage(1, { alt: 'Bờ kè' }), anImage(2)];
  expect(() => picturesForPublication(content, found)).toThrow(
    expect.objectContaining({
      code: 'invalid_fields',
      fields: [
        expect.objectContaining({ field: 'body' }),
        expect.objectContaining({ field: 'gallery.0.image' }),
      ],
      extra: { images: [b] },
    }),
  );
});

test('gives a decorative image an empty alt text', () => {
  const [picture] = picturesForPublication({ cover: a, body: '', gallery: [] }, [
    anImage(1, { alt: 'Hoa văn', decorative: true }),
  ]);
  expect(picture?.alt).toBe('');
});

test('refuses missing images and those with an incomplete upload', () => {
  const content = { cover: a, body: '', gallery: [] };
  for (const found of [[], [anImage(1, { status: 'waiting' })]]) {
    expect(() => picturesForPublication(content, found)).toThrow(
      expect.objectContaining({ code: 'invalid_fields' }),
    );
  }
});

test('protects the images of the live version and of the working copy', () => {
  const saved = saveArticle(anArticle(), { ...anArticle(), cover: a }, step);
  expect(saved.images).toEqual({ added: [a], removed: [] });
  const live = publishArticle(saved.article, { pictures: [] }, step);
  expect(live.images).toEqual({ added: [], removed: [] });
  const changed = saveArticle(live.article, { ...live.article, cover: b }, step);
  expect(changed.images).toEqual({ added: [b], removed: [] });
  const published = publishArticle(changed.article, { pictures: [] }, step);
  expect(published.images).toEqual({ added: [], removed: [a] });
});

const moves = fc.array(
  fc.record({
    move: fc.constantFrom('save', 'publish', 'withdraw'),
    cover: fc.constantFrom(null, a, b, c),
    gallery: fc.subarray([a, b, c]),
  }),
  { maxLength: 12 },
);

test('protects exactly the images of the working copy and the live version after any steps', () => {
  fc.assert(
    fc.property(moves, (list) => {
      let article = anArticle();
      let live: string[] = [];
      const held = new Set<string>();
      for (const { move, cover, gallery } of list) {
        const content = { ...article, cover, gallery: gallery.map((image) => ({ image, caption: '' })) };
        let change: Change;
        if (move === 'save') change = saveArticle(article, content, step);
        else if (move === 'publish') change = publishArticle(article, { pictures: [] }, step);
        else if (article.status === 'published') change = withdrawArticle(article, step);
        else continue;
        article = change.article;
        if (move === 'publish') live = imagesOf(article);
        if (move === 'withdraw') live = [];
        for (const id of change.images.added) held.add(id);
        for (const id of change.images.removed) held.delete(id);
        expect(held).toEqual(new Set([...imagesOf(article), ...live]));
      }
    }),
  );
});
