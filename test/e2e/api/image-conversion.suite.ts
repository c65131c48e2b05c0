import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Image } from '../../../shared/images/image.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { type Problem, staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal } = await useSharedFaultyPortal();
const desk = staffApi(portal);
const { as } = desk;
const get = (path: string) => fetch(portal.url + path);
const pixels = async (path: string) => sharp(Buffer.from(await (await get(path)).arrayBuffer()));

test('converts a photograph to WebP and JPEG in four sizes, cached as immutable', async () => {
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
    'image/webp 240x180',
    'image/jpeg 240x180',
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
  expect(body.variants.map(({ width }) => width)).toEqual([240, 240, 300, 300]);
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
    const { exif: remaining, icc, xmp, orientation: orientationAfter } = await (await pixels(url)).metadata();
    expect([remaining, icc, xmp, orientationAfter]).toEqual([undefined, undefined, undefined, undefined]);
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
