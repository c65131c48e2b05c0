import type { Role } from '../http/actor.ts';

/** The roles as people call them. */
export const roleNames: Readonly<Record<Role, string>> = {
  author: 'Tác giả',
  editor: 'Biên tập viên',
  admin: 'Quản trị viên',
};
