import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
  isSentAsIs,
  longestSide,
  readHead,
  sentences,
  sentSize,
} from '../../../../../functions/console/browser/images/picture-file.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const grey = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });

test.each<[string, () => Promise<Buffer>]>([
  ['image/jpeg', () => grey.clone().jpeg().toBuffer()],
  ['image/png', () => grey.clone().png().toBuffer()],
  ['image/webp', () => grey.clone().webp().toBuffer()],
  ['image/gif', () => grey.clone().gif().toBuffer()],
  ['image/avif', () => grey.clone().avif().toBuffer()],
])('recognizes %s by its bytes', async (type, make) => {
  expect(readHead(new Uint8Array(await make()))).toEqual({ type });
});

test.each<[string, string]>([
  ['', sentences.empty],
  ['%PDF-1.7', sentences.pdf],
  ['II*\0\x08', sentences.tiff],
  ['MM\0*\0', sentences.tiff],
  ['PK\x03\x04word/document.xml', sentences.office],
  ['\xd0\xcf\x11\xe0\xa1\xb1', sentences.office],
  ['\0\0\0\x18ftypmp42', sentences.video],
  ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">', sentences.svg],
  ['Xin chào', sentences.notPicture],
])('says of %j why it is no picture', (head, refusal) => {
  expect(readHead(bytes(head))).toEqual({ refusal });
});

test('recognizes HEIC, of which the browser decides whether it can be read', () => {
  expect(readHead(bytes('\0\0\0\x18ftypheic\0\0\0\0'))).toEqual({ type: 'image/heic' });
});

test('says something about any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (head) => {
      const read = readHead(head);
      expect('type' in read || read.refusal.endsWith('.')).toBe(true);
    }),
  );
});

test('shrinks to 2,560 pixels without enlarging or distorting', () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const sent = sentSize({ width, height });
      expect(Math.max(sent.width, sent.height)).toBe(Math.min(longestSide, Math.max(width, height)));
      const scale = Math.min(1, longestSide / Math.max(width, height));
      expect(Math.abs(sent.width - width * scale)).toBeLessThan(1);
      expect(Math.abs(sent.height - height * scale)).toBeLessThan(1);
    }),
  );
});

test.each([
  ['image/jpeg', 2_900_000, 2560, true],
  ['image/jpeg', 3_100_000, 2560, false],
  ['image/png', 10_000, 2561, false],
  ['image/heic', 10_000, 100, false],
] as const)('sends %s of %i bytes and %i pixels as it is: %s', (type, size, width, isKept) => {
  expect(isSentAsIs(type, size, { width, height: 100 })).toBe(isKept);
});
