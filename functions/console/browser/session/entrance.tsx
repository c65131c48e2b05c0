import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import type { Opened } from './sign-in.ts';

type Props = { opened: Exclude<Opened, { kind: 'signed-in' }>; onSignIn: () => void };

const failures = {
  refused: 'Đăng nhập không thành công, hoặc đã mất quá lâu. Hãy thử lại.',
  unreachable: 'Không kết nối được với trang đăng nhập. Hãy kiểm tra mạng rồi thử lại.',
  'no-role':
    'Tài khoản này chưa được phân quyền trong ban biên tập. Hãy nhờ quản trị viên thêm vào nhóm, rồi đăng nhập lại.',
};

/** What a page shows that has no session. */
export const Entrance = ({ opened, onSignIn }: Props) => {
  const signIn = (label: string) => (
    <Button kind="primary" onClick={onSignIn}>
      {label}
    </Button>
  );
  const contents: Record<Props['opened']['kind'], ComponentChildren> = {
    leaving: <p>Đang chuyển đến trang đăng nhập…</p>,
    renewed: <p>Đã đăng nhập lại. Hãy đóng thẻ này và trở về thẻ đang viết.</p>,
    'signed-out': (
      <>
        <p>Bạn đã đăng xuất.</p>
        {signIn('Đăng nhập')}
      </>
    ),
    failed: (
      <>
        <p>{opened.kind === 'failed' && failures[opened.reason]}</p>
        {signIn('Đăng nhập lại')}
      </>
    ),
  };
  return (
    <main class="entrance">
      <h1>Quản trị</h1>
      {contents[opened.kind]}
    </main>
  );
};
