import type { SiteForm } from './site-form.ts';

type TextFieldName =
  | 'name'
  | 'agency'
  | 'superior'
  | 'responsible'
  | 'address'
  | 'telephone'
  | 'email'
  | 'emcSiteId';
export type TextFieldRow = {
  name: TextFieldName & keyof SiteForm;
  label: string;
  hint: string;
  /** `shared/site/settings.ts` */
  maxLength: number;
  inputMode?: 'email' | 'tel' | 'numeric';
  isRequired?: true;
};

/** The lines of text of the site, with where each is shown. */
export const siteTextFields: readonly TextFieldRow[] = [
  {
    name: 'name',
    label: 'Tên cổng',
    hint: 'Ở đầu mọi trang và trên thẻ của trình duyệt.',
    maxLength: 120,
    isRequired: true,
  },
  {
    name: 'superior',
    label: 'Cơ quan cấp trên',
    hint: 'Dòng nhỏ phía trên tên cổng, ví dụ “Tỉnh …”.',
    maxLength: 120,
  },
  {
    name: 'agency',
    label: 'Cơ quan chủ quản',
    hint: 'Ở chân trang và mục Liên hệ.',
    maxLength: 120,
    isRequired: true,
  },
  {
    name: 'responsible',
    label: 'Người chịu trách nhiệm nội dung',
    hint: 'Họ tên và chức vụ, ở chân trang. Quy định buộc phải có.',
    maxLength: 160,
  },
];

export const contactTextFields: readonly TextFieldRow[] = [
  { name: 'address', label: 'Địa chỉ', hint: 'Ở chân trang và mục Liên hệ.', maxLength: 200 },
  {
    name: 'telephone',
    label: 'Điện thoại',
    hint: 'Người đọc bấm vào là gọi được.',
    maxLength: 60,
    inputMode: 'tel',
  },
  {
    name: 'email',
    label: 'Thư điện tử',
    hint: 'Người đọc bấm vào là viết thư được.',
    maxLength: 254,
    inputMode: 'email',
  },
];

export const emcTextField: TextFieldRow = {
  name: 'emcSiteId',
  label: 'Mã EMC',
  hint: 'Mã số mà hệ thống EMC của Bộ cấp cho cổng, chỉ gồm chữ số. Để trống nếu chưa có.',
  maxLength: 10,
  inputMode: 'numeric',
};
