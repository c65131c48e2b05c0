import { PortalError } from '../../shared/errors.ts';
import { type Role, roles } from '../../shared/http/actor.ts';
import type { ChangeAction } from '../../shared/people/change.ts';
import type { UnfinishedChange } from '../../shared/people/person.ts';
import { type PoolAccount, widestRole } from '../../shared/people/pool-account.ts';
import { roleNames } from '../../shared/people/role-names.ts';
import type { PoolStep } from './pool-step.ts';

/** What an admin asks for. */
export type Change =
  | { action: 'invite'; fullName: string; email: string; role: Role }
  | { action: 'change-role'; role: Role }
  | { action: Exclude<ChangeAction, 'invite' | 'change-role'> };

/** An account before the change; null for one that does not exist. */
type Before = { account: PoolAccount | null; unfinished: UnfinishedChange | null };

/** Throws `forbidden` unless the account is that of an admin now, whatever the token says. */
export const assertAdminNow = (account: PoolAccount | null) => {
  if (account?.isEnabled && widestRole(account) === 'admin') return;
  throw new PortalError('forbidden', 'Tài khoản của bạn không còn quyền quản trị.');
};

/** A change that an admin may only ask another admin for: so at least the one who makes it remains an admin. */
const notOneself: Partial<Record<ChangeAction, string>> = {
  'change-role': 'Không thể tự đổi vai trò của mình. Hãy nhờ một quản trị viên khác.',
  disable: 'Không thể tự khóa tài khoản của mình. Hãy nhờ một quản trị viên khác.',
  'reset-second-factor': 'Không thể tự xóa mã xác thực của mình. Hãy nhờ một quản trị viên khác.',
};

/** Throws `wrong_state` for what an admin may not do with an account. */
export const assertAllowed = ({ action }: Change, actorName: string, account: PoolAccount) => {
  const refuse = (sentence: string) => {
    throw new PortalError('wrong_state', sentence);
  };
  const ownRefusal = notOneself[action];
  if (ownRefusal && account.name.toLowerCase() === actorName.toLowerCase()) refuse(ownRefusal);
  if (action === 'resend-invitation' && !account.isInvited) {
    refuse('Người này đã đăng nhập và đặt mật khẩu, nên không cần thư mời nữa.');
  }
  if (action === 'reset-second-factor' && account.isInvited) {
    refuse('Người này chưa đăng nhập lần nào, nên chưa có mã xác thực.');
  }
  if (action === 'resend-invitation' && !account.isEnabled) {
    refuse('Tài khoản đang bị khóa. Hãy mở khóa trước khi gửi lại thư mời.');
  }
};

/** The steps that make a change, in an order that leaves no account with more rights than before or after, wherever it stops. */
export const stepsOf = (change: Change, { account, unfinished }: Before): PoolStep[] => {
  switch (change.action) {
    case 'invite': {
      const { fullName, email, role } = change;
      return [...(account ? [] : [{ kind: 'create', fullName, email } as const]), { kind: 'add-role', role }];
    }
    case 'change-role':
      return account ? roleSteps(change.role, account, unfinished) : [];
    case 'disable':
      return account?.isEnabled || unfinished?.action === 'disable'
        ? [{ kind: 'disable' }, { kind: 'sign-out' }]
        : [];
    case 'enable':
      return account?.isEnabled ? [] : [{ kind: 'enable' }];
    case 'reset-second-factor':
      return [{ kind: 'delete-second-factor' }, { kind: 'sign-out' }];
    case 'resend-invitation':
      return [{ kind: 'resend-invitation' }];
  }
};

/** Who gets less is signed out; who gets more finds it in the next access token. */
const roleSteps = (role: Role, account: PoolAccount, unfinished: UnfinishedChange | null): PoolStep[] => {
  const others = account.roles.filter((held) => held !== role);
  const widest = widestRole(account);
  const isLess = widest !== null && roles.indexOf(widest) < roles.indexOf(role);
  return [
    ...(account.roles.includes(role) ? [] : [{ kind: 'add-role', role } as const]),
    ...others.map((held) => ({ kind: 'remove-role', role: held }) as const),
    ...(isLess || unfinished?.action === 'change-role' ? [{ kind: 'sign-out' } as const] : []),
  ];
};

/** What a step has done, for people. */
export const inWords = (step: PoolStep): string => {
  switch (step.kind) {
    case 'create':
      return 'đã tạo tài khoản và gửi thư mời';
    case 'resend-invitation':
      return 'đã gửi lại thư mời';
    case 'add-role':
      return `đã thêm vai trò ${roleNames[step.role]}`;
    case 'remove-role':
      return `đã bỏ vai trò ${roleNames[step.role]}`;
    case 'disable':
      return 'đã khóa tài khoản';
    case 'enable':
      return 'đã mở khóa tài khoản';
    case 'sign-out':
      return 'đã kết thúc các phiên làm việc';
    case 'delete-second-factor':
      return 'đã xóa mã xác thực';
  }
};
