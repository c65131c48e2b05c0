import type { SiteSettings } from '../../../../shared/site/settings.ts';

/** The fields of the settings, as people know them. */
export const fieldNames: Readonly<Record<keyof SiteSettings, string>> = {
  name: 'tên cổng',
  agency: 'cơ quan chủ quản',
  superior: 'cơ quan cấp trên',
  responsible: 'người chịu trách nhiệm',
  address: 'địa chỉ',
  telephone: 'điện thoại',
  email: 'thư điện tử',
  categories: 'chuyên mục',
  banner: 'ảnh đầu trang',
  links: 'liên kết',
  pages: 'trang tĩnh',
  formerCategories: 'chuyên mục cũ',
  alert: 'thông báo khẩn',
  trustBadge: 'dấu tín nhiệm mạng',
  emcSiteId: 'mã EMC',
};

/** What two people changed in different ways, as a sentence. */
export const conflictSentence = (fields: readonly (keyof SiteSettings)[]): string =>
  `Người khác vừa sửa ${fields.map((field) => fieldNames[field]).join(', ')} và đã lưu trước. Hãy xem lại nội dung của họ rồi sửa tiếp.`;
