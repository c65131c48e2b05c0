import { uploadLimitBytes } from '../../../../shared/images/image.ts';
import { headBytes, isSentAsIs, type PictureType, readHead, sentences, sentSize } from './picture-file.ts';
import { RefusedFile } from './upload-failure.ts';
import type { PreparedFile } from './upload-queue.ts';

/** Chosen so that a photograph of 12 megapixels becomes about 1 MB; the server compresses what readers get once more. */
const jpegQuality = 0.88;

/** Makes of a chosen file what is sent: upright, at most 2,560 pixels wide or high. Rejects with `RefusedFile` for what is no picture. */
export const prepareFile = async (file: File): Promise<PreparedFile> => {
  const head = readHead(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  if ('refusal' in head) throw new RefusedFile(head.refusal);
  const { type } = head;
  const bitmap = await decode(file, type);
  try {
    if (isSentAsIs(type, file.size, bitmap)) return { blob: file, contentType: type };
    return await draw(bitmap, type);
  } finally {
    bitmap.close();
  }
};

/** Decodes as the EXIF orientation says: https://html.spec.whatwg.org/#dom-imagebitmapoptions-imageorientation */
const decode = async (file: File, type: PictureType): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new RefusedFile(type === 'image/heic' ? sentences.heic : sentences.damaged, { cause });
  }
};

const draw = async (bitmap: ImageBitmap, type: PictureType): Promise<PreparedFile> => {
  const { width, height } = sentSize(bitmap);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new RefusedFile(sentences.tooManyPixels);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const contentType = type !== 'image/jpeg' && isTransparent(context) ? 'image/png' : 'image/jpeg';
  const blob = await canvas.convertToBlob({ type: contentType, quality: jpegQuality });
  if (blob.size > uploadLimitBytes) throw new RefusedFile(sentences.tooLarge);
  return { blob, contentType };
};

/** Whether any pixel is not opaque. */
const isTransparent = (context: OffscreenCanvasRenderingContext2D): boolean => {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true;
  return false;
};
