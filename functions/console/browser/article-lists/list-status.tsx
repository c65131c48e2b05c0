import { Button } from '../ui/button.tsx';
import { useDelayed } from '../ui/use-delayed.ts';
import type { ArticleList } from './article-list.ts';
import { isNarrowed, type WorkQuery, workAddress } from './work-query.ts';

/** Milliseconds after which it is said that the list is still loading. */
const patienceMs = 2_000;

const nothingIn: Record<WorkQuery['tab']['id'], string> = {
  'cua-toi': 'Bạn chưa có bài nào. Bấm “Viết bài mới” để bắt đầu.',
  'cho-toi': 'Không có bài nào chờ bạn.',
  'ban-nhap': 'Không có bản nháp nào. Bấm “Viết bài mới” để bắt đầu.',
  'hen-gio': 'Không có bài nào hẹn giờ. Khi đăng một bài, có thể chọn giờ để bài tự lên.',
  'dang-dang': 'Chưa có bài nào đang đăng.',
  'da-go': 'Không có bài nào đã gỡ.',
  'tat-ca': 'Chưa có bài nào. Bấm “Viết bài mới” để bắt đầu.',
};

const emptySentence = ({ next }: ArticleList, query: WorkQuery): string => {
  if (next !== null) return 'Chưa thấy bài nào trong những bài mới sửa gần đây.';
  return isNarrowed(query) ? 'Không có bài nào khớp với những gì đang lọc.' : nothingIn[query.tab.id];
};

type Props = { list: ArticleList; query: WorkQuery; onMore: () => void };

/** The end of a list: that it is empty, loading, failed, or goes on. */
export const ListStatus = ({ list, query, onMore }: Props) => {
  const { items, next, isLoaded, isLoading, failure } = list;
  const isLong = useDelayed(isLoading, patienceMs);
  return (
    <>
      {isLoaded && items.length === 0 && !isLoading && (
        <p class="empty">
          {emptySentence(list, query)}{' '}
          {isNarrowed(query) && (
            <a href={workAddress({ tab: query.tab, category: '', createdBy: '', words: '' })}>Bỏ lọc</a>
          )}
        </p>
      )}
      <p role="status" class="loading">
        {isLong && 'Đang tải danh sách…'}
      </p>
      {failure && (
        <div class="notice problem" role="alert">
          <p>{failure.fields?.map(({ reason }) => `${reason}.`).join(' ') || failure.sentence}</p>
        </div>
      )}
      {(failure || (isLoaded && next !== null)) && (
        <p class="more">
          <Button busy={isLoading} onClick={onMore}>
            {failure ? 'Thử lại' : items.length === 0 ? 'Tìm tiếp trong các bài cũ hơn' : 'Xem thêm'}
          </Button>
        </p>
      )}
    </>
  );
};
