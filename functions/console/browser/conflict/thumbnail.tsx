import { useEffect, useState } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';

type Shown = { url: string; alt: string };

/** A small picture by its id, or a word for it while it is not there. */
export const Thumbnail = ({ id }: { id: string }) => {
  const api = useApi();
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let isWanted = true;
    api
      .call('GET /api/admin/images/{id}', { path: { id } })
      .then(({ body: { variants, alt } }) => {
        const [smallest] = [...variants].sort((a, b) => a.width - b.width);
        if (isWanted && smallest) setShown({ url: smallest.url, alt });
      })
      // The text beside it tells the versions apart.
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [api, id]);
  if (!shown) return <span class="thumbnail">Ảnh</span>;
  return <img class="thumbnail" src={shown.url} alt={shown.alt || 'Ảnh'} />;
};
