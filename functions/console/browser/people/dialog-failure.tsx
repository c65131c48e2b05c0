import type { Failure } from '../api/failure.ts';
import { useSession } from '../session/session-context.ts';
import { Button } from '../ui/button.tsx';

type Props = { failure: Failure | null; onReload: () => void };

/** Why a change was not made, with the way on. */
export const DialogFailure = ({ failure, onReload }: Props) => {
  const session = useSession();
  return (
    <div role="alert">
      {failure && (
        <>
          <p class="error">{failure.sentence}</p>
          {failure.kind === 'session' && <Button onClick={session.renew}>Đăng nhập lại</Button>}
          {(failure.kind === 'conflict' || failure.kind === 'state') && (
            <Button onClick={onReload}>Tải lại danh sách</Button>
          )}
        </>
      )}
    </div>
  );
};
