import { useEffect, useState } from 'preact/hooks';
import type { Image } from '../../../../shared/images/image.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useImages, useUploads } from './images-context.tsx';
import { takeDone } from './upload-state.ts';

/** Uploads that a view has begun, and hands over to itself as they are done. */
export const useOwnUploads = (onDone: (images: readonly Image[]) => void) => {
  const queue = useUploads();
  const cache = useImages();
  const announce = useAnnounce();
  const [ids, setIds] = useState<readonly string[]>([]);
  const own = queue.uploads.value.filter(({ id }) => ids.includes(id));
  const taken = takeDone(own);

  useEffect(() => {
    if (taken.images.length === 0) return;
    for (const image of taken.images) cache.put(image);
    for (const id of taken.ids) queue.cancel(id);
    const failed = own.filter(({ phase }) => phase.is === 'failed').length;
    if (own.length === taken.ids.length + failed) {
      announce(`Đã tải xong ảnh.${failed > 0 ? ` ${failed} ảnh không tải được.` : ''}`);
    }
    onDone(taken.images);
  });

  return {
    uploads: own,
    add: (files: readonly File[]) => {
      const added = queue.add(files).map(({ id }) => id);
      setIds((before) => [...before, ...added]);
    },
  };
};
