import { useState } from 'preact/hooks';
import type { Role } from '../../../../shared/http/actor.ts';
import { accountNamesFor } from '../../../../shared/people/account-name.ts';
import type { Person } from '../../../../shared/people/person.ts';
import { useApi } from '../api/api-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { DialogFailure } from './dialog-failure.tsx';
import { RoleSelect } from './role-select.tsx';
import { useSubmission } from './use-submission.ts';

type Props = {
  open: boolean;
  onInvited: (person: Person) => void;
  onReload: () => void;
  onClose: () => void;
};

/** Asks whom to invite, and invites them. */
export const InviteDialog = ({ open, onClose, ...props }: Props) => (
  <Dialog title="Mời người mới" open={open} onClose={onClose}>
    <InviteForm onClose={onClose} {...props} />
  </Dialog>
);

const suggestedName = (fullName: string): string =>
  fullName.trim() === '' ? '' : accountNamesFor(fullName).next().value;

const InviteForm = ({ onInvited, onReload, onClose }: Omit<Props, 'open'>) => {
  const api = useApi();
  const [fullName, setFullName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('author');
  /** Empty for the name that the server makes of the full name. */
  const [name, setName] = useState('');
  const { isBusy, failure, onSubmit } = useSubmission(async () => {
    const body = { fullName, email, role, ...(name.trim() && { name: name.trim() }) };
    onInvited((await api.call('POST /api/admin/people', { body })).body);
  });
  const errorOf = (field: string) => failure?.fields?.find((refused) => refused.field === field)?.reason;

  return (
    <form noValidate onSubmit={onSubmit}>
      <Field label="Họ và tên" error={errorOf('fullName')}>
        {(ids) => (
          <input
            {...ids}
            autocomplete="off"
            value={fullName}
            onInput={({ currentTarget }) => setFullName(currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label="Thư điện tử"
        hint="Thư mời và mã đặt lại mật khẩu được gửi đến đây. Mỗi người một địa chỉ riêng."
        error={errorOf('email')}
      >
        {(ids) => (
          <input
            {...ids}
            type="email"
            autocomplete="off"
            value={email}
            onInput={({ currentTarget }) => setEmail(currentTarget.value)}
          />
        )}
      </Field>
      <RoleSelect value={role} onChange={setRole} error={errorOf('role')} />
      <Field
        label="Tên đăng nhập (không bắt buộc)"
        hint="Ghi trong lịch sử bài viết, không đổi được về sau. Để trống thì đặt theo họ tên."
        error={errorOf('name')}
      >
        {(ids) => (
          <input
            {...ids}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder={suggestedName(fullName)}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
      </Field>
      <DialogFailure failure={failure} onReload={onReload} />
      <p class="dialog-buttons">
        <Button kind="primary" type="submit" busy={isBusy}>
          {isBusy ? 'Đang mời…' : 'Gửi thư mời'}
        </Button>
        <Button onClick={onClose}>Thôi</Button>
      </p>
    </form>
  );
};
