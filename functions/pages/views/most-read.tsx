import type { FeedItem } from '../../../shared/articles/live-article.ts';
import { Headlines } from '../../../shared/pages/news.tsx';

/** The most read articles, most read first. */
export type MostReadNews = { days7: readonly FeedItem[]; days30: readonly FeedItem[] };

/** The most-read lists; nothing when they are empty. Both open and close without a script, one at a time. */
export const MostRead = ({ news: { days7, days30 } }: { news: MostReadNews }) => {
  const lists = [
    { label: 'Trong 7 ngày', items: days7 },
    { label: 'Trong 30 ngày', items: days30 },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return null;
  return (
    <section class="box most-read">
      <h2>Đọc nhiều</h2>
      {lists.map(({ label, items }, index) => (
        <details name="doc-nhieu" open={index === 0}>
          <summary>{label}</summary>
          <Headlines items={items} />
        </details>
      ))}
    </section>
  );
};
