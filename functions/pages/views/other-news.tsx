import type { FeedItem } from '../../../shared/articles/live-article.ts';
import { Headlines } from '../../../shared/pages/news.tsx';

type Props = { newer: readonly FeedItem[]; older: readonly FeedItem[] };

/** Other news of the category around an article; nothing when there is none. */
export const OtherNews = ({ newer, older }: Props) =>
  newer.length + older.length > 0 ? (
    <section class="related">
      <h2>Các tin khác</h2>
      <Part title="Mới hơn" items={newer} />
      <Part title="Cũ hơn" items={older} />
    </section>
  ) : null;

const Part = ({ title, items }: { title: string; items: readonly FeedItem[] }) =>
  items.length > 0 ? (
    <>
      <h3>{title}</h3>
      <Headlines items={items} />
    </>
  ) : null;
