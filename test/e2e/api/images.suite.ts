import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Image } from '../../../shared/images/image.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { type Problem, staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy } = await useSharedFaultyPortal();
const desk = staffApi(portal);
const { as } = desk;
const get = (path: string) => fetch(portal.url + path);
const pixels = async (path: string) => sharp(Buffer.from(await (await get(path)).arrayBuffer()));

test('converts a photograph to WebP and JPEG in three sizes, cached as immutable', async () => {
  const id = await upload(desk, await photograph(2000, 1500).jpeg().toBuffer());
  const { status, body } = await complete<Image>(desk, id, { alt: 'Bờ kè buổi sáng', credit: 'Lan' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id,
    status: 'ready',
    alt: 'Bờ kè buổi sáng',
    credit: 'Lan',
    width: 1600,
    height: 1200,
  });
  expect(body.variants.map(({ type, width, height }) => `${type} ${width}x${height}`)).toEqual([
    'image/webp 480x360',
    'image/jpeg 480x360',
    'image/webp 960x720',
    'image/jpeg 960x720',
    'image/webp 1600x1200',
    'image/jpeg 1600x1200',
  ]);
  for (const { url, type, width, bytes } of body.variants) {
    const reply = await get(url);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type]);
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const file = Buffer.from(await reply.arrayBuffer());
    expect([file.length, (await sharp(file).metadata()).width]).toEqual([bytes, width]);
  }
  expect((await (await pixels(`/images/${id}`)).metadata()).width).toBe(960);
});

test('does not enlarge a small image', async () => {
  const id = await upload(desk, await photograph(300, 200).png().toBuffer(), { contentType: 'image/png' });
  const { body } = await complete<Image>(desk, id);
  expect(body.variants.map(({ width }) => width)).toEqual([300, 300]);
  expect((await get(`/images/${id}`)).status).toBe(200);
});

/** Left half red, right half blue. */
const redAndBlue = () => {
  const pixels = Array.from({ length: 200 * 100 }, (_, n) =>
    n % 200 < 100 ? [200, 0, 0] : [0, 0, 200],
  ).flat();
  return sharp(Buffer.from(pixels), { raw: { width: 200, height: 100, channels: 3 } });
};

// EXIF orientations: https://www.w3.org/TR/css-images-4/#image-orientation-exif
test.each([
  [1, '200x100', 'red'],
  [2, '200x100', 'blue'],
  [3, '200x100', 'blue'],
  [4, '200x100', 'red'],
  [5, '100x200', 'red'],
  [6, '100x200', 'red'],
  [7, '100x200', 'blue'],
  [8, '100x200', 'blue'],
])('rotates EXIF orientation %i upright, and removes the location', async (orientation, size, corner) => {
  const exif = { IFD0: { Artist: 'Lan' }, IFD3: { GPSLatitude: '21/1 0/1 0/1' } };
  const photo = await redAndBlue().withExif(exif).withMetadata({ orientation }).jpeg().toBuffer();
  expect(await sharp(photo).metadata()).toMatchObject({ orientation, exif: expect.anything() });
  const { body } = await complete<Image>(desk, await upload(desk, photo));
  expect(`${body.width}x${body.height}`).toBe(size);
  for (const { url } of body.variants) {
    const { exif: kept, icc, xmp, orientation: left } = await (await pixels(url)).metadata();
    expect([kept, icc, xmp, left]).toEqual([undefined, undefined, undefined, undefined]);
    const [red = 0, , blue = 0] = await (await pixels(url)).raw().toBuffer();
    expect(red > blue ? 'red' : 'blue').toBe(corner);
  }
});

const grey = { create: { width: 64, height: 64, channels: 3 as const, background: '#d22' } };
test.each<[string, string, () => Promise<Buffer>, number?]>([
  // CMYK cannot represent every colour of a screen, so the round trip differs a little.
  ['CMYK', 'image/jpeg', () => sharp(grey).toColourspace('cmyk').jpeg().toBuffer(), 40],
  ['16-bit', 'image/png', () => sharp(grey).toColourspace('rgb16').png().toBuffer()],
  ['P3-profiled', 'image/jpeg', () => sharp(grey).withIccProfile('p3').jpeg().toBuffer()],
  ['transparent', 'image/png', () => sharp(grey).ensureAlpha(1).png().toBuffer()],
  ['WebP', 'image/webp', () => sharp(grey).webp().toBuffer()],
  ['GIF', 'image/gif', () => sharp(grey).gif().toBuffer()],
  ['10-bit AVIF', 'image/avif', () => sharp(grey).toColourspace('rgb16').avif({ bitdepth: 10 }).toBuffer()],
  ['AVIF', 'image/avif', () => sharp(grey).avif().toBuffer()],
])('keeps the colours of a %s image', async (_, contentType, make, tolerance = 16) => {
  const { status, body } = await complete<Image>(desk, await upload(desk, await make(), { contentType }));
  expect(status).toBe(200);
  const [first] = body.variants;
  const { data } = await (await pixels(first?.url ?? ''))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const [channel, value] of [0xdd, 0x22, 0x22].entries()) {
    expect(Math.abs((data[channel] ?? 0) - value)).toBeLessThan(tolerance);
  }
});

const jpeg = await photograph(400, 300).jpeg().toBuffer();
const png = await photograph(400, 300).png().toBuffer();
const webp = await photograph(400, 300).webp().toBuffer();
const corrupt = (file: Buffer, from = 400) =>
  Buffer.from(file.map((byte, at) => (at > from && at % 7 === 0 ? byte ^ 0x5a : byte)));
/** An animation of 5,000 frames in a file of a few hundred kilobytes. */
const frames = await sharp(Buffer.alloc(4 * 4 * 5000 * 3, 'abcdefg'), {
  raw: { width: 4, height: 4 * 5000, channels: 3, pageHeight: 4 },
})
  .gif({ effort: 1 })
  .toBuffer();
const huge = await sharp({
  create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' },
  limitInputPixels: false,
})
  .png({ compressionLevel: 9, palette: true })
  .toBuffer();

test.each<[string, Buffer, RegExp]>([
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    /không phải ảnh/,
  ],
  ['a page named .jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), /không phải ảnh/],
  ['a PDF named .jpg', Buffer.from('%PDF-1.7\n%âãÏÓ'), /không phải ảnh/],
  ['a HEIC of a phone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC/],
  ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), /hỏng/],
  ['half a PNG', png.subarray(0, png.length / 2), /hỏng/],
  ['half a WebP', webp.subarray(0, webp.length / 2), /hỏng/],
  ['a corrupt PNG', corrupt(png), /hỏng/],
  ['a corrupt JPEG', corrupt(jpeg), /hỏng/],
  // VP8 has no checksum: only structural damage can be recognized.
  ['a corrupt WebP', corrupt(webp, 11), /hỏng/],
  ['a JPEG of a few bytes', jpeg.subarray(0, 20), /hỏng/],
  ['a film of 5,000 frames', frames, /Ảnh động/],
  ['a small file of 256 million pixels', huge, /điểm ảnh/],
])('refuses %s with the reason, and stores nothing', async (_, file, reason) => {
  const id = await upload(desk, file);
  const { status, body } = await complete<Problem>(desk, id);
  expect([status, body.code]).toEqual([422, 'invalid_image']);
  expect(body.detail).toMatch(reason);
  expect((await as.editor(`/images/${id}`)).status).toBe(404);
  expect((await get(`/images/${id}`)).status).toBe(403);
});

test('removes data appended to an image', async () => {
  const polyglot = Buffer.concat([jpeg, Buffer.from('<script>alert(document.domain)</script>')]);
  const { status, body } = await complete<Image>(desk, await upload(desk, polyglot));
  expect(status).toBe(200);
  for (const { url } of body.variants) expect(await (await get(url)).text()).not.toContain('<script>');
});

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
  const asked = await as.editor<{ id: string }>('/images', { method: 'POST', body });
  const { status, body: problem } = await complete<Problem>(desk, asked.body.id);
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
  'a function that dies at its last step (%s) leaves an image that can be completed, or is',
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
    const { body } = await as.editor<{ items: Image[]; next: string | null }>(`/images?limit=7${cursor}`);
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(7);
  expect(seen).toEqual(seen.toSorted().reverse());
});

test('serves a deleted image no longer', async () => {
  const id = await upload(desk, jpeg);
  const { body } = await complete<Image>(desk, id);
  expect((await as.editor(`/images/${id}`, { method: 'DELETE' })).status).toBe(204);
  for (const url of [`/images/${id}`, ...body.variants.map((variant) => variant.url)]) {
    expect((await get(url)).status).toBe(403);
  }
});
