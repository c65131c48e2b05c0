import { Button } from '../ui/button.tsx';
import { useSession } from './session-context.ts';

/** Says that the session has ended, and offers a sign-in in another tab, so that nothing in this one is lost. */
export const SessionBar = () => {
  const { state, user, renew } = useSession();
  return (
    <div role="alert">
      {state.value !== 'active' && (
        <div class="session-bar">
          <p>
            {state.value === 'ended'
              ? 'Phiên làm việc đã hết. Những gì đã viết vẫn còn ở đây; hãy đăng nhập lại để lưu.'
              : `Vừa đăng nhập bằng tài khoản khác. Hãy đăng nhập bằng tài khoản ${user.name} để lưu tiếp.`}
          </p>
          <Button kind="primary" onClick={renew}>
            Đăng nhập lại
          </Button>
        </div>
      )}
    </div>
  );
};
