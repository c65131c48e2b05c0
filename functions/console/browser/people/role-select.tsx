import { type Role, roles } from '../../../../shared/http/actor.ts';
import { roleNames } from '../../../../shared/people/role-names.ts';
import { Field } from '../ui/field.tsx';

const hints: Readonly<Record<Role, string>> = {
  author: 'Viết bài và chỉ thấy bài của mình.',
  editor: 'Duyệt, đăng, gỡ và thấy mọi bài.',
  admin: 'Làm được mọi việc, cả thông tin cổng và người dùng.',
};

type Props = { value: Role; onChange: (role: Role) => void; error?: string | undefined };

/** A choice of one role, with what it may do. */
export const RoleSelect = ({ value, onChange, error }: Props) => (
  <Field label="Vai trò" hint={hints[value]} error={error}>
    {(ids) => (
      <select
        {...ids}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = roles.find((role) => role === currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {roles.toReversed().map((role) => (
          <option key={role} value={role}>
            {roleNames[role]}
          </option>
        ))}
      </select>
    )}
  </Field>
);
