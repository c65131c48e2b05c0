import { accounts } from './accounts.ts';

const titles = {
  author: 'Người viết (author)',
  editor: 'Biên tập viên (editor)',
  admin: 'Quản trị viên (admin)',
};

/** The page to choose a demonstration account, instead of Cognito's managed login. */
export const signInPage = (action: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Đăng nhập thử</title></head>
<body><main><h1>Đăng nhập thử</h1>
<p>Cổng Tin đang chạy trên máy này, với ba tài khoản dùng thử và không có mật khẩu.</p>
<form method="post" action="${action}">${accounts
  .map((name) => `<p><button name="account" value="${name}">${titles[name]}</button></p>`)
  .join('')}</form></main></body></html>`;
