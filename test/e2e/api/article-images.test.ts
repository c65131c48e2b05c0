import { expect, test } from 'vitest';
import type { Image } from '../../../shared/images/image.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { content, type EditorialArticle, type Problem, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const desk = staffApi(portal);
const { as, create, publish } = desk;
const photo = await photograph(1000, 700).jpeg().toBuffer();
const page = async (path: string) => (await fetch(portal.url + path)).text();
const put = <Body = Problem>({ id, version }: { id: string; version: number }, fields: object) =>
  as.editor<Body>(`/articles/${id}`, {
    method: 'PUT',
    ifMatch: version,
    body: content(fields as Record<string, unknown>),
  });

const anImage = async (alt = 'Bờ kè buổi sáng') => {
  const id = await upload(desk, photo);
  return (await complete<Image>(desk, id, { alt, credit: 'Lan' })).body;
};

test('shows the cover, figures and gallery of an article, in every size that their places may need', async () => {
  const [cover, figure, first, second] = await Promise.all(
    ['Cổng chợ', 'Quầy rau', 'Một', 'Hai'].map(anImage),
  );
  if (!cover || !figure || !first || !second) throw new Error('Four images were made');
  const article = await create({
    title: 'Chợ mới có ảnh',
    cover: cover.id,
    body: `<p>Chữ.</p><figure><img src="/images/${figure.id}"><figcaption>Quầy số 1</figcaption></figure>`,
    gallery: [first, second].map(({ id }, n) => ({ image: id, caption: `Ảnh thứ ${n + 1}` })),
  });
  expect(article.removed).toEqual([]);
  const { url } = await publish(article);
  const html = await page(url);
  for (const { id, alt, variants } of [cover, figure, first, second]) {
    expect(html).toContain(`alt="${alt}"`);
    const offered = variants.filter(({ url, width }) => url.endsWith('.webp') && width <= 960);
    expect(offered.map(({ width }) => width)).toEqual([240, 480, 960]);
    for (const variant of offered) expect(html).toContain(`${variant.url} ${variant.width}w`);
    expect(html).toContain(`src="/images/${id}"`);
    expect((await fetch(`${portal.url}/images/${id}`)).status).toBe(200);
  }
  expect(html.match(/width="1000" height="700"/g)).toHaveLength(4);
  expect(html.match(/fetchpriority="high"/g)).toHaveLength(1);
  // Three of the pictures, and the large one, which waits for the first to be opened.
  expect(html.match(/loading="lazy"/g)).toHaveLength(4);
  for (const text of ['Quầy số 1', 'Ảnh thứ 1', 'Ảnh thứ 2', 'Một số hình ảnh']) expect(html).toContain(text);
  for (const list of ['/', '/tin-tuc']) expect(await page(list)).toContain(`/images/${cover.id}/`);
  const api = (await (await fetch(`${portal.url}/api/articles/${article.id}`)).json()) as Record<
    string,
    unknown
  >;
  expect(api).toMatchObject({
    cover: { id: cover.id, alt: 'Cổng chợ' },
    gallery: [{ caption: 'Ảnh thứ 1' }, {}],
  });
  expect(api).not.toHaveProperty('liveImages');
});

test('refuses to publish an image without a description, and names the image', async () => {
  const { id } = await anImage('');
  const article = await create({ cover: id });
  const refused = await as.editor(`/articles/${article.id}/publish`, {
    method: 'POST',
    ifMatch: 1,
    body: {},
  });
  expect([refused.status, refused.body.code, refused.body.images]).toEqual([422, 'invalid_fields', [id]]);
  expect(refused.body.errors?.[0]?.field).toBe('cover');
  await as.editor(`/images/${id}`, { method: 'PATCH', body: { decorative: true } });
  const { url } = await publish(article);
  expect(await page(url)).toMatch(/<img[^>]* alt(=""|)[ />]/);
});

const nobody = '01kb0000000000000000000000';
test.each([
  ['a cover that is not there', { cover: nobody }, 'cover'],
  ['a picture of the gallery that is not there', { gallery: [{ image: nobody }] }, 'gallery.0.image'],
  ['a figure that is not there', { body: `<img src="/images/${nobody}">` }, 'body'],
  ['a cover that is no id', { cover: '../x' }, 'cover'],
  ['a gallery of 61', { gallery: Array.from({ length: 61 }, () => ({ image: nobody })) }, 'gallery'],
  [
    'a caption of 501 characters',
    { gallery: [{ image: nobody, caption: 'x'.repeat(501) }] },
    'gallery.0.caption',
  ],
])('refuses %s by its field', async (_, fields, field) => {
  const { status, body } = await as.editor('/articles', { method: 'POST', body: content(fields) });
  expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
});

test('treats an image with an incomplete upload as missing', async () => {
  const id = await upload(desk, photo);
  const { status } = await as.editor('/articles', { method: 'POST', body: content({ cover: id }) });
  expect(status).toBe(422);
});

test('keeps an image that an article uses, and deletes it when it is no longer used', async () => {
  const { id } = await anImage();
  const article = await create({ cover: id });
  const refused = await as.editor(`/images/${id}`, { method: 'DELETE' });
  expect([refused.status, refused.body.code, refused.body.articles]).toEqual([
    409,
    'wrong_state',
    [article.id],
  ]);
  expect((await as.editor<{ usedBy: string[] }>(`/images/${id}`)).body.usedBy).toEqual([article.id]);

  const live = await publish(article);
  const saved = await put<EditorialArticle>(live, { cover: null });
  expect((await as.editor(`/images/${id}`, { method: 'DELETE' })).status).toBe(409);
  expect((await fetch(`${portal.url}/images/${id}`)).status).toBe(200);

  await publish(saved.body);
  expect((await as.editor(`/images/${id}`, { method: 'DELETE' })).status).toBe(204);
});

test('releases the images of a deleted draft', async () => {
  const { id } = await anImage();
  const article = await create({ gallery: [{ image: id, caption: '' }] });
  await as.editor(`/articles/${article.id}`, { method: 'DELETE', ifMatch: 1 });
  expect((await as.editor(`/images/${id}`, { method: 'DELETE' })).status).toBe(204);
});

test('lets one of two concurrent requests win, one using and one deleting an image', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await anImage();
    const article = await create();
    const [taken, deleted] = await Promise.all([
      put(article, { cover: id }),
      as.editor(`/images/${id}`, { method: 'DELETE' }),
    ]);
    const wasTaken = taken.status === 200;
    expect(deleted.status).toBe(wasTaken ? 409 : 204);
    expect((await as.editor(`/images/${id}`)).status).toBe(wasTaken ? 200 : 404);
  }
});

test('shows a gallery of sixty images', async () => {
  const { id } = await anImage();
  const gallery = Array.from({ length: 60 }, () => ({ image: id, caption: 'x' }));
  const article = await create({ gallery });
  expect(article.gallery).toHaveLength(60);
  const { url } = await publish(article);
  expect((await page(url)).match(/<li><figure>/g)).toHaveLength(60);
});
