import { Button } from '../ui/button.tsx';
import { pageLimit } from './page-problems.ts';
import { PageState } from './page-state.tsx';
import type { StaticPage } from './use-static-pages.ts';

type Props = {
  articles: readonly StaticPage[];
  now: Date;
  mayChange: boolean;
  /** Whether the footer has as many links as it may. */
  isFull: boolean;
  onAdd: (article: StaticPage) => void;
  /** Null when there are no older ones. */
  onMore: (() => void) | null;
  isReading: boolean;
  problem: string;
};

/** Static pages that the footer does not link to. */
export const OtherPages = (props: Props) => {
  const { articles, now, mayChange, isFull, onAdd, onMore, isReading, problem } = props;
  return (
    <section aria-labelledby="trang-khac">
      <h2 id="trang-khac">Trang khác</h2>
      {articles.length === 0 && <p class="empty">Không có trang nào ngoài chân trang.</p>}
      {mayChange && isFull && (
        <p>Chân trang đã có {pageLimit} liên kết, không thêm được nữa. Hãy bỏ bớt một liên kết trước.</p>
      )}
      <ul class="other-pages">
        {articles.map((article) => (
          <li key={article.id}>
            <div>
              <p class="page-name">
                <a href={`/quan-tri/bai-viet/${article.id}`}>{article.title}</a>
              </p>
              <PageState article={article} isLinked={false} now={now} />
            </div>
            {mayChange && !isFull && isPublished(article) && (
              <Button aria-label={`Đưa ${article.title} vào chân trang`} onClick={() => onAdd(article)}>
                Đưa vào chân trang
              </Button>
            )}
            {mayChange && !isPublished(article) && <p class="hint">Đăng rồi mới đưa vào chân trang được.</p>}
          </li>
        ))}
      </ul>
      {problem && (
        <div class="notice problem" role="alert">
          <p>{problem}</p>
        </div>
      )}
      {onMore && (
        <p class="more">
          <Button busy={isReading} onClick={onMore}>
            Tìm tiếp trong các trang cũ hơn
          </Button>
        </p>
      )}
    </section>
  );
};

const isPublished = ({ state }: StaticPage) => state === 'live' || state === 'scheduled';
