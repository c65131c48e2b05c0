import { Button } from '../ui/button.tsx';
import type { Failure } from './failure.ts';

/** Why something could not be shown, with the way on. */
export const LoadingFailure = ({ failure, onRetry }: { failure: Failure; onRetry: () => void }) => (
  <div class="notice problem" role="alert">
    <p>{failure.sentence}</p>
    {failure.kind !== 'forbidden' && failure.kind !== 'missing' && <Button onClick={onRetry}>Thử lại</Button>}
    <a class="button plain" href="/quan-tri/">
      Về danh sách bài viết
    </a>
  </div>
);
