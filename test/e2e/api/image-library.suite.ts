import { expect, test } from 'vitest';
import type { Image } from '../../../shared/images/image.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { type Problem, staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy } = await useSharedFaultyPortal();
const desk = staffApi(portal);
const { as } = desk;
const jpeg = await photograph(400, 300).jpeg().toBuffer();

test.each<[string, unknown, string]>([
  ['0 bytes', { fileName: 'a.jpg', contentType: 'image/jpeg', bytes: 0 }, 'bytes'],
  ['15 MB and one', { fileName: 'a.jpg', contentType: 'image/jpeg', bytes: 15_000_001 }, 'bytes'],
  ['SVG', { fileName: 'a.svg', contentType: 'image/svg+xml', bytes: 10 }, 'contentType'],
  ['no name', { contentType: 'image/jpeg', bytes: 10 }, 'fileName'],
  ['an unknown field', { fileName: 'a', contentType: 'image/jpeg', bytes: 10, id: 'x' }, 'id'],
])('refuses an upload of %s before it begins', async (_, body, field) => {
  const reply = await as.editor('/images', { method: 'POST', body });
  expect([reply.status, reply.body.errors?.map((error) => error.field)]).toEqual([422, [field]]);
});

test('signs an upload policy with the type, the size and ten minutes', async () => {
  const body = { fileName: 'a.jpg', contentType: 'image/jpeg', bytes: 10 };
  const reply = await as.author<{ upload: { fields: { Policy: string } } }>('/images', {
    method: 'POST',
    body,
  });
  const policy = JSON.parse(Buffer.from(reply.body.upload.fields.Policy, 'base64').toString()) as {
    expiration: string;
    conditions: unknown[];
  };
  expect(policy.conditions).toContainEqual(['content-length-range', 1, 15_000_000]);
  expect(policy.conditions).toContainEqual(['eq', '$Content-Type', 'image/jpeg']);
  const minutes = (Date.parse(policy.expiration) - Date.now()) / 60_000;
  expect(Math.round(minutes)).toBe(10);
});

test('refuses to complete an image without an upload', async () => {
  const body = { fileName: 'a.jpg', contentType: 'image/jpeg', bytes: 10 };
  const created = await as.editor<{ id: string }>('/images', { method: 'POST', body });
  const { status, body: problem } = await complete<Problem>(desk, created.body.id);
  expect([status, problem.code]).toEqual([409, 'wrong_state']);
  await upload(desk, jpeg);
});

test('completes an image once, though requested twice and concurrently', async () => {
  const id = await upload(desk, jpeg);
  const both = await Promise.all([
    complete<Image>(desk, id, { alt: 'Một' }),
    complete<Image>(desk, id, { alt: 'Hai' }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const again = await complete<Image>(desk, id, { alt: 'Ba' });
  expect(again.body).toEqual(both[0]?.body);
  expect(again.body).toEqual(both[1]?.body);
});

test.each(['holdBefore', 'holdAfter'] as const)(
  'can complete an image after a crash in the last step (%s)',
  async (fault) => {
    const id = await upload(desk, jpeg);
    // The first call reads the record, the second makes it ready.
    const held = proxy.inject((call) => (call === 2 ? fault : 'none'));
    const first = complete(desk, id);
    await held;
    portal.functions.images.crash();
    expect((await first).status).toBe(500);
    proxy.heal();
    expect((await complete<Image>(desk, id)).body.status).toBe('ready');
  },
);

test('lets authors change only their own images, and use all', async () => {
  const own = await upload(desk, jpeg, { account: 'author' });
  expect((await as.author(`/images/${own}/complete`, { method: 'POST', body: {} })).status).toBe(200);
  expect((await as.author(`/images/${own}`, { method: 'PATCH', body: { alt: 'Mới' } })).status).toBe(200);
  const others = await upload(desk, jpeg);
  expect((await as.author(`/images/${others}/complete`, { method: 'POST', body: {} })).status).toBe(403);
  expect((await as.author(`/images/${others}`, { method: 'PATCH', body: {} })).status).toBe(403);
  expect((await as.author(`/images/${others}`, { method: 'DELETE' })).status).toBe(403);
  expect((await as.author(`/images/${others}`)).status).toBe(200);
  expect((await as.author(`/images/${own}`, { method: 'DELETE' })).status).toBe(204);
  expect((await as.author(`/images/${own}`)).status).toBe(404);
});

test('changes the description field by field', async () => {
  const id = await upload(desk, jpeg);
  await complete(desk, id, { alt: 'Cũ', credit: 'Lan' });
  const { body } = await as.editor<Image>(`/images/${id}`, { method: 'PATCH', body: { alt: 'Mới' } });
  expect(body).toMatchObject({ alt: 'Mới', credit: 'Lan', decorative: false });
  expect((await as.editor<Image>(`/images/${id}`)).body.alt).toBe('Mới');
});

test('lists all images, newest first', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await as.editor<{ items: Image[]; next: string | null }>(`/images?limit=3${cursor}`);
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen).toEqual(seen.toSorted().reverse());
});

const search = async (query: Record<string, string>) => {
  const { status, body } = await as.author<{ items: Image[]; next: string | null }>(
    `/images?${new URLSearchParams(query)}`,
  );
  return { status, names: body.items?.map(({ alt, fileName }) => alt || fileName), next: body.next };
};

test('finds images by words of the description, the credit and the file name, and by who uploaded them', async () => {
  const kite = await upload(desk, jpeg, { account: 'author' });
  await complete(desk, kite, { alt: 'Thả diều ở bờ đê Lam Vân', credit: 'Nguyễn Thị Thủy' });
  const boats = await upload(desk, jpeg);
  await complete(desk, boats, { alt: 'Đua thuyền ở bờ đê Lam Vân' });
  const expectFound = async (query: Record<string, string>, names: string[]) =>
    expect([query, (await search(query)).names]).toEqual([query, names]);
  await expectFound({ q: 'dieu de' }, ['Thả diều ở bờ đê Lam Vân']);
  await expectFound({ q: 'ĐUA thuyền' }, ['Đua thuyền ở bờ đê Lam Vân']);
  await expectFound({ q: 'thuy', uploadedBy: 'author' }, ['Thả diều ở bờ đê Lam Vân']);
  await expectFound({ q: 'bo de lam v' }, ['Đua thuyền ở bờ đê Lam Vân', 'Thả diều ở bờ đê Lam Vân']);
  await expectFound({ q: 'bo de lam v', uploadedBy: 'editor' }, ['Đua thuyền ở bờ đê Lam Vân']);
  await expectFound({ q: 'anh jpg đê lam' }, ['Đua thuyền ở bờ đê Lam Vân', 'Thả diều ở bờ đê Lam Vân']);
  await expectFound({ q: 'khong co' }, []);
});

test('pages through what it finds', async () => {
  for (const alt of ['Một', 'Hai', 'Ba'])
    await complete(desk, await upload(desk, jpeg), { alt: `Đèn lồng ${alt}` });
  const first = await search({ q: 'den long', limit: '2' });
  expect(first.names).toEqual(['Đèn lồng Ba', 'Đèn lồng Hai']);
  const second = await search({ q: 'den long', limit: '2', cursor: first.next ?? '' });
  expect(second).toEqual({ status: 200, names: ['Đèn lồng Một'], next: null });
});

test('lists the images that nobody has described, without those that wait for their file', async () => {
  const bare = await upload(desk, jpeg, { fileName: 'chua-mo-ta.jpg' });
  await complete(desk, bare);
  await complete(desk, await upload(desk, jpeg, { fileName: 'chua-mo-ta.jpg' }), { decorative: true });
  await upload(desk, jpeg, { fileName: 'chua-mo-ta.jpg' });
  expect((await search({ q: 'chua mo ta', state: 'undescribed' })).names).toEqual(['chua-mo-ta.jpg']);
  expect((await search({ q: 'chua mo ta', state: 'ready' })).names).toHaveLength(2);
  expect((await search({ q: 'chua mo ta' })).names).toHaveLength(3);
});

test.each<[string, Record<string, string>]>([
  ['an unknown state', { state: 'gone' }],
  ['words beyond 200 characters', { q: 'a'.repeat(201) }],
  ['an unknown parameter', { credit: 'Lan' }],
])('refuses a search by %s', async (_, query) => {
  expect((await search(query)).status).toBe(422);
});

test('serves a deleted image no longer', async () => {
  const id = await upload(desk, jpeg);
  const { body } = await complete<Image>(desk, id);
  expect((await as.editor(`/images/${id}`, { method: 'DELETE' })).status).toBe(204);
  for (const url of [`/images/${id}`, ...body.variants.map((variant) => variant.url)]) {
    expect((await fetch(portal.url + url)).status).toBe(403);
  }
});
