import type { Activity } from '../../shared/activity/activity.ts';
import { PortalError } from '../../shared/errors.ts';
import { type Description, type Image, imagePath } from '../../shared/images/image.ts';
import type { ImageStore } from '../../shared/images/image-store.ts';
import { convert, plainFile } from './convert.ts';
import type { FileStore } from './file-store.ts';

type Dependencies = {
  images: Pick<ImageStore, 'get' | 'complete' | 'remove'>;
  files: Pick<FileStore, 'readUpload' | 'write' | 'removeUpload'>;
};

/**
 * Turns an upload into a picture. Idempotent, also concurrently: files are named by their content, and the first conditional write wins.
 * A failure midway leaves the upload, which can be completed again. Else it is deleted, picture or not: an original may show where and by
 * whom it was taken.
 */
export const completeUpload =
  ({ images, files }: Dependencies) =>
  async (
    waiting: Image,
    description: Description,
    entry: (action: 'complete' | 'refuse') => Activity,
  ): Promise<Image> => {
    if (waiting.status === 'ready') return waiting;
    const original = await orForget(() => files.readUpload(waiting.id));
    if (!original) return await completedMeanwhile(waiting.id);
    const picture = await orForget(() => convert(waiting.id, original));
    const plain = plainFile(picture.files);
    const written = [...picture.files, ...(plain ? [{ ...plain, key: imagePath(waiting.id).slice(1) }] : [])];
    await Promise.all(written.map((file) => files.write(file.key, file)));

    const { width, height } = picture;
    const variants = picture.files.map(({ key, body, ...variant }) => variant);
    const ready: Image = { ...waiting, ...description, status: 'ready', width, height, variants };
    if (!(await images.complete(ready, entry('complete')))) return await completedMeanwhile(waiting.id);
    await files.removeUpload(waiting.id);
    return ready;

    /** Does some work on the upload, and removes the image when that finds no picture. */
    async function orForget<T>(work: () => Promise<T>): Promise<T> {
      try {
        return await work();
      } catch (error) {
        if (error instanceof PortalError && error.code === 'invalid_image') {
          await images.remove(waiting.id, entry('refuse'));
          await files.removeUpload(waiting.id);
        }
        throw error;
      }
    }

    async function completedMeanwhile(id: string): Promise<Image> {
      const current = await images.get(id);
      if (current?.status === 'ready') return current;
      throw new PortalError('wrong_state', 'Chưa nhận được tệp ảnh; hãy tải tệp lên trước.');
    }
  };
