import type { uploadTypes } from './image.ts';

export type ImageType = (typeof uploadTypes)[number];

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** HEIF brands: https://mp4ra.org/registered-types/brands */
const avifBrands = ['avif', 'avis'];
const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

/** The type of a file by its first bytes, whatever it is called: https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern */
export const sniffType = (bytes: Uint8Array): ImageType | 'image/heic' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 8) !== 'ftyp') return null;
  const brand = ascii(bytes, 8, 12);
  if (avifBrands.includes(brand)) return 'image/avif';
  return heicBrands.includes(brand) ? 'image/heic' : null;
};
