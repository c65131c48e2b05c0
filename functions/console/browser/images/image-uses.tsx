import { useEffect, useState } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';

/** Articles whose titles are asked for; the others are counted. */
const shownUses = 10;

/** What stands for the title of an article that did not come: an author does not see those of others. */
const withoutTitle = (error: unknown) =>
  explainFailure(error).kind === 'forbidden' ? 'Một bài của người khác' : 'Một bài chưa mở được tên';

/** Links to what uses a picture: articles by their titles, as far as the reader of this page may see them. */
export const ImageUses = ({ ids }: { ids: readonly string[] }) => {
  const api = useApi();
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({});
  const articles = ids.filter((id) => id !== 'settings');
  const shown = articles.slice(0, shownUses);

  useEffect(() => {
    for (const id of shown) {
      api
        .call('GET /api/admin/articles/{id}', { path: { id } })
        .then(({ body }) => setTitles((before) => ({ ...before, [id]: body.title })))
        .catch((error) => setTitles((before) => ({ ...before, [id]: withoutTitle(error) })));
    }
  }, [ids.join()]);

  if (ids.length === 0) return <p>Chưa bài nào dùng ảnh này.</p>;
  return (
    <ul class="image-uses">
      {ids.includes('settings') && <li>Ảnh nền đầu trang của cổng</li>}
      {shown.map((id) => (
        <li key={id}>
          <a href={`/quan-tri/bai-viet/${id}`}>{titles[id] ?? 'Đang mở tên bài…'}</a>
        </li>
      ))}
      {articles.length > shown.length && <li>và {articles.length - shown.length} bài khác</li>}
    </ul>
  );
};
