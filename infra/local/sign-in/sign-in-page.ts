import { roleNames } from '../../../shared/people/role-names.ts';
import type { PoolUser } from './pool-user.ts';

const page = (title: string, content: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

const rolesOf = ({ groups }: PoolUser) =>
  Object.entries(roleNames).flatMap(([role, name]) => (groups.includes(role) ? [name] : []));

const label = (user: PoolUser) =>
  [user.attributes.name, user.name, ...rolesOf(user)].filter(Boolean).map(String).map(escapeHtml).join(' – ');

/** The page to choose a user of the pool, instead of Cognito's managed login. */
export const signInPage = (action: string, users: readonly PoolUser[]) =>
  page(
    'Đăng nhập thử',
    `<p>Cổng Tin đang chạy trên máy này; các tài khoản không có mật khẩu.</p>
<form method="post" action="${action}">${users
      .map((user) => `<p><button name="account" value="${escapeHtml(user.name)}">${label(user)}</button></p>`)
      .join('')}</form>`,
  );

/** What a user reads who may not sign in. */
export const refusalPage = (sentence: string) => page('Không đăng nhập được', `<p>${sentence}</p>`);
