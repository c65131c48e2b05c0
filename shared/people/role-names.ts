import type { Role } from '../http/actor.ts';

/** The roles as people call them, within a sentence. */
export const roleNames: Readonly<Record<Role, string>> = {
  author: 'người viết',
  editor: 'biên tập viên',
  admin: 'quản trị viên',
};
