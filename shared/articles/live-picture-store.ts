import type { Picture } from '../images/picture.ts';
import type { Table } from '../table/table-store.ts';
import { article as articleSchema } from './article.ts';
import { articleKeys } from './keys.ts';
import { type LiveArticle, liveArticle } from './live-article.ts';
import { liveItemWrites } from './live-writes.ts';

/** A live version with the files that a picture has now; null when it shows the picture nowhere, or has them. */
const withPictureFiles = (live: LiveArticle, { id, files }: Pick<Picture, 'id' | 'files'>) => {
  const isOld = (picture: Picture | null) => picture?.id === id && String(picture.files) !== String(files);
  const shown = [live.cover, ...live.gallery.map(({ image }) => image), ...live.pictures];
  if (!shown.some(isOld)) return null;
  const renew = <P extends Picture | null>(picture: P): P =>
    isOld(picture) ? { ...picture, files } : picture;
  return {
    ...live,
    cover: renew(live.cover),
    gallery: live.gallery.map((item) => ({ ...item, image: renew(item.image) })),
    pictures: live.pictures.map(renew),
  };
};

/** Where readers' copies of a picture are renewed. Readers see the same article, so it stays at its version, without a revision. */
export const livePictureStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  return {
    /** Renews the copies of an article: `changed` when it was changed concurrently, and is to be renewed again. */
    async renew(
      id: string,
      picture: Pick<Picture, 'id' | 'files'>,
    ): Promise<'renewed' | 'current' | 'changed'> {
      // The working copy first: every change of an article moves its version.
      const draft = await table.get(keys.draft(id));
      const live = await table.get(keys.live(id));
      const renewed = live && withPictureFiles(liveArticle.parse(live), picture);
      if (!draft || !renewed) return 'current';
      const unchanged = {
        check: keys.draft(id),
        condition: { expression: 'version = :seen', values: { ':seen': articleSchema.parse(draft).version } },
      };
      return (await table.write([unchanged, ...liveItemWrites(renewed, siteId)])) ? 'renewed' : 'changed';
    },
  };
};
export type LivePictureStore = ReturnType<typeof livePictureStore>;
