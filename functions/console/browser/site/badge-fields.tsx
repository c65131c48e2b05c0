import { Field } from '../ui/field.tsx';
import type { SiteForm } from './site-form.ts';

type Badge = SiteForm['badge'];
type Props = {
  value: Badge;
  errorOf: (field: string) => string | undefined;
  onChange: (badge: Badge) => void;
};

/** The certificate of the national register of trustworthy sites. */
export const BadgeFields = ({ value, errorOf, onChange }: Props) => {
  const set = (field: keyof Badge) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...value, [field]: event.currentTarget.value });
  return (
    <div class="site-pair">
      <Field
        label="Tên miền đã được chứng nhận Tín nhiệm mạng"
        hint="Dấu Tín nhiệm mạng hiện ở chân trang. Để trống nếu chưa có."
        error={errorOf('trustBadge.domain')}
      >
        {(ids) => <input {...ids} maxLength={200} value={value.domain} onInput={set('domain')} />}
      </Field>
      <Field
        label="Tên trang chứng nhận"
        hint="Phần cuối địa chỉ của trang chứng nhận trên tinnhiemmang.vn."
        error={errorOf('trustBadge.page')}
      >
        {(ids) => <input {...ids} maxLength={200} value={value.page} onInput={set('page')} />}
      </Field>
    </div>
  );
};
