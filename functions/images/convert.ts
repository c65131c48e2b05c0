import { createHash } from 'node:crypto';
import sharp, { type OutputInfo } from 'sharp';
import { PortalError } from '../../shared/errors.ts';
import { sniffType } from '../../shared/images/file-type.ts';
import { type Image, imagePath, type Variant } from '../../shared/images/image.ts';
import { plainWidth } from '../../shared/images/picture.ts';

/** Pixels that are decoded at most: three times a 12 MP phone's, and far less than a small file can claim. */
const pixelLimit = 40_000_000;
/** Widths that pages request, in pixels. A picture is never enlarged. */
const widths = [240, 480, 960, 1600];
/** Chosen so that WebP is the smaller format for smooth and for grainy photographs: see `npm run bench`. */
const webpQuality = 74;
const jpegQuality = 80;

export type VariantFile = Variant & { key: string; body: Buffer };
export type Converted = { width: number; height: number; files: VariantFile[] };

const refusal = (message: string, cause?: unknown) => new PortalError('invalid_image', message, { cause });

/**
 * Converts an upload: upright, in sRGB, without metadata, in every size and format. Throws `invalid_image` with a reason for a file that
 * is no picture, too large, animated or damaged.
 */
export const convert = async (id: string, upload: Buffer): Promise<Converted> => {
  await assertAcceptable(upload);
  try {
    // Decoded once for all variants. `rotate` applies the EXIF orientation, which is then removed.
    const upright = await sharp(upload, { limitInputPixels: pixelLimit, failOn: 'warning' })
      .rotate()
      .resize({ width: widths.at(-1), withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { data, info } = upright;
    const files = await variants(id, data, info, widthsFor(info.width));
    return { width: info.width, height: info.height, files };
  } catch (cause) {
    throw refusal('Tệp ảnh bị hỏng hoặc thiếu dữ liệu.', cause);
  }
};

/** Throws by the header alone, before anything is decoded. */
const assertAcceptable = async (upload: Buffer) => {
  const type = sniffType(upload);
  if (type === 'image/heic') {
    throw refusal('Ảnh HEIC chưa dùng được; trên điện thoại hãy chọn định dạng “Tương thích nhất” (JPEG).');
  }
  if (!type) throw refusal('Tệp này không phải ảnh JPEG, PNG, WebP, GIF hoặc AVIF.');
  const header = await sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw refusal('Tệp ảnh bị hỏng hoặc thiếu dữ liệu.', cause);
    });
  if (header.width * header.height > pixelLimit) {
    throw refusal(`Ảnh có quá nhiều điểm ảnh; tối đa ${pixelLimit / 1_000_000} triệu.`);
  }
  if ((header.pages ?? 1) > 1) throw refusal('Ảnh động chưa dùng được; hãy gửi ảnh tĩnh.');
};

/** The widths that an image lacks and could have. */
export const missingWidths = ({ width, variants: existing }: Image): number[] =>
  widths.filter((target) => target < width && !existing.some((variant) => variant.width === target));

/** Makes variants of some widths from a stored, wider one. Throws `invalid_image` when it is damaged. */
export const narrower = async (id: string, stored: Buffer, targets: readonly number[]) => {
  try {
    const { data, info } = await sharp(stored, { limitInputPixels: pixelLimit, failOn: 'warning' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return await variants(id, data, info, targets);
  } catch (cause) {
    throw refusal('Tệp ảnh bị hỏng hoặc thiếu dữ liệu.', cause);
  }
};

const variants = async (
  id: string,
  pixels: Buffer,
  info: OutputInfo,
  targets: readonly number[],
): Promise<VariantFile[]> => {
  const { width, height, channels } = info;
  const source = () => sharp(pixels, { raw: { width, height, channels } });
  const files: VariantFile[] = [];
  for (const target of targets) {
    const resized = source().resize({ width: target });
    const webp = await resized.clone().webp({ quality: webpQuality }).toBuffer({ resolveWithObject: true });
    // JPEG has no transparency: transparent parts become white, like the page.
    const jpeg = await resized
      .flatten({ background: '#fff' })
      .jpeg({ quality: jpegQuality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    files.push(toFile(id, 'image/webp', webp), toFile(id, 'image/jpeg', jpeg));
  }
  return files;
};

/** The widths up to the original's, and the original's own where it is smaller than the largest. */
const widthsFor = (width: number) => [
  ...widths.filter((candidate) => candidate < width),
  Math.min(width, 1600),
];

const extensions = { 'image/webp': 'webp', 'image/jpeg': 'jpg' };

/** Named by its content, so that it can be cached for ever. */
const toFile = (
  id: string,
  type: Variant['type'],
  { data, info }: { data: Buffer; info: OutputInfo },
): VariantFile => {
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 10);
  const url = `${imagePath(id)}/${info.width}-${hash}.${extensions[type]}`;
  return {
    url,
    key: url.slice(1),
    type,
    width: info.width,
    height: info.height,
    bytes: data.length,
    body: data,
  };
};

/** The file for the picture's plain address. */
export const plainFile = (files: readonly VariantFile[]): VariantFile | undefined =>
  files.findLast(({ type, width }) => type === 'image/jpeg' && width <= plainWidth) ??
  files.find(({ type }) => type === 'image/jpeg');
