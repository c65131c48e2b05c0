import { useState } from 'preact/hooks';
import type { Image } from '../../../../shared/images/image.ts';
import { useNotices } from '../ui/notices.tsx';
import { useImages, useUploads } from './images-context.tsx';

/** Uploads for a view that waits until all of its files have ended. What could not be uploaded is said, and left out. */
export const useFileUploads = () => {
  const queue = useUploads();
  const cache = useImages();
  const { show } = useNotices();
  const [ids, setIds] = useState<readonly string[]>([]);

  const upload = async (files: readonly File[]): Promise<Image[]> => {
    const added = queue.add(files);
    setIds((before) => [...before, ...added.map(({ id }) => id)]);
    const results = await Promise.allSettled(added.map(({ id }) => queue.done(id)));
    return results.flatMap((result, index) => {
      const { id = '', fileName = '' } = added[index] ?? {};
      queue.cancel(id);
      if (result.status === 'rejected') {
        show({ kind: 'problem', text: `${fileName}: ${(result.reason as Error).message}` });
        return [];
      }
      cache.put(result.value);
      return [result.value];
    });
  };
  return { uploads: queue.uploads.value.filter(({ id }) => ids.includes(id)), upload };
};
