import { Field } from '../ui/field.tsx';
import type { SiteForm } from './site-form.ts';

type Alert = SiteForm['alert'];
type Props = {
  value: Alert;
  errorOf: (field: string) => string | undefined;
  onChange: (alert: Alert) => void;
};

/** The urgent notice of every page, between two moments. */
export const AlertFields = ({ value, errorOf, onChange }: Props) => {
  const set = (field: keyof Alert) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...value, [field]: event.currentTarget.value });
  return (
    <fieldset class="site-group">
      <legend>Thông báo khẩn</legend>
      <p class="hint">
        Dải nổi bật ở đầu mọi trang, tự hiện và tự mất theo giờ đã đặt. Để trống nếu không có.
      </p>
      <Field label="Nội dung" error={errorOf('alert.text') ?? errorOf('alert')}>
        {(ids) => <textarea {...ids} rows={2} maxLength={300} value={value.text} onInput={set('text')} />}
      </Field>
      <Field
        label="Xem chi tiết tại"
        hint="Một đường dẫn trên cổng, ví dụ /thong-bao/…, hoặc địa chỉ đầy đủ. Có thể để trống."
        error={errorOf('alert.url')}
      >
        {(ids) => <input {...ids} maxLength={500} value={value.url} onInput={set('url')} />}
      </Field>
      <div class="site-pair">
        <Field label="Hiện từ" error={errorOf('alert.from')}>
          {(ids) => <input {...ids} type="datetime-local" value={value.from} onInput={set('from')} />}
        </Field>
        <Field label="Đến" error={errorOf('alert.to')}>
          {(ids) => <input {...ids} type="datetime-local" value={value.to} onInput={set('to')} />}
        </Field>
      </div>
    </fieldset>
  );
};
