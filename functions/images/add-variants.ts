import type { Activity } from '../../shared/activity/activity.ts';
import type { LivePictureStore } from '../../shared/articles/live-picture-store.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Image } from '../../shared/images/image.ts';
import type { ImageStore } from '../../shared/images/image-store.ts';
import { toPicture } from '../../shared/images/picture.ts';
import { missingWidths, narrower } from './convert.ts';
import type { FileStore } from './file-store.ts';

type Dependencies = {
  images: Pick<ImageStore, 'usedBy' | 'addVariants'>;
  files: Pick<FileStore, 'readImage' | 'write'>;
  live: LivePictureStore;
};

/** Attempts at an article that is changed meanwhile. */
const attempts = 3;

/**
 * Makes the files that a picture lacks, because it was converted before there was their size, from its largest one, and gives them to the
 * live articles that show it. Idempotent: what an interrupted call left is done by the next one.
 */
export const addVariants =
  ({ images, files, live }: Dependencies) =>
  async (image: Image, entry: () => Activity): Promise<{ added: number; articles: number }> => {
    if (image.status !== 'ready') throw new PortalError('wrong_state', 'Ảnh chưa tải lên xong.');
    const made = await makeMissing(image);
    const variants = [...made, ...image.variants].sort((a, b) => a.width - b.width);
    if (made.length > 0 && !(await images.addVariants(image.id, variants, entry()))) {
      throw new PortalError('not_found', 'Ảnh đã bị xóa.');
    }
    const picture = toPicture({ ...image, variants });
    let articles = 0;
    for (const user of await images.usedBy(image.id)) {
      if (user !== 'settings' && (await renew(user))) articles += 1;
    }
    return { added: made.length, articles };

    async function makeMissing({ id, variants }: Image) {
      const missing = missingWidths(image);
      if (missing.length === 0) return [];
      // WebP keeps what is transparent.
      const largest = variants.findLast(({ type }) => type === 'image/webp');
      const stored = largest && (await files.readImage(largest.url.slice(1)));
      if (!stored) throw new PortalError('invalid_image', 'Không còn tệp của ảnh này.');
      const made = await narrower(id, stored, missing);
      await Promise.all(made.map((file) => files.write(file.key, file)));
      return made.map(({ key, body, ...variant }) => variant);
    }

    async function renew(article: string): Promise<boolean> {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const outcome = await live.renew(article, picture);
        if (outcome !== 'changed') return outcome === 'renewed';
      }
      throw new PortalError('unavailable', 'An article with this image changed during every attempt');
    }
  };
