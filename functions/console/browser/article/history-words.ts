import type { Comparison } from '../../../../shared/articles/compare.ts';
import type { Action } from '../../../../shared/articles/revision.ts';
import type { ArticleStatus } from '../../../../shared/articles/state.ts';

const steps: Readonly<Record<Action, string>> = {
  create: 'tạo bài',
  save: 'lưu',
  submit: 'gửi duyệt',
  return: 'trả lại',
  approve: 'duyệt',
  publish: 'đăng',
  withdraw: 'gỡ',
  restore: 'khôi phục một phiên bản cũ',
  move: 'chuyển sang chuyên mục khác',
  retag: 'đổi từ khóa',
  delete: 'xóa',
};

/** What a revision did, as said after a name: "gửi duyệt". */
export const stepInWords = (action: Action): string => steps[action];

const statuses: Readonly<Record<ArticleStatus, string>> = {
  draft: 'bản nháp',
  in_review: 'chờ duyệt',
  returned: 'bị trả lại',
  approved: 'đã duyệt',
  published: 'đã đăng hoặc hẹn giờ',
  withdrawn: 'đã gỡ',
};
export const statusInWords = (status: ArticleStatus): string => statuses[status];

const fieldNames: Readonly<Record<string, string>> = {
  title: 'tiêu đề',
  summary: 'tóm tắt',
  category: 'chuyên mục',
  tags: 'từ khóa',
  author: 'tác giả',
  source: 'nguồn',
  cover: 'ảnh đại diện',
  gallery: 'bộ ảnh',
  oldUrls: 'địa chỉ cũ',
};
export const fieldInWords = (field: string): string => fieldNames[field] ?? field;

/** What differs between two revisions: "đổi tiêu đề, tóm tắt; nội dung: thêm 2 đoạn, sửa 1 đoạn". */
export const changesInWords = ({ fields, body }: Pick<Comparison, 'fields' | 'body'>): string => {
  const count = (change: Comparison['body'][number]['change']) =>
    body.filter((block) => block.change === change).length;
  const counted = [
    ['thêm', count('added')],
    ['sửa', count('changed')],
    ['bỏ', count('removed')],
  ] as const;
  const bodyParts = counted
    .filter(([, blocks]) => blocks > 0)
    .map(([verb, blocks]) => `${verb} ${blocks} đoạn`);
  const parts = [
    fields.length > 0 && `đổi ${fields.map(({ field }) => fieldInWords(field)).join(', ')}`,
    bodyParts.length > 0 && `nội dung: ${bodyParts.join(', ')}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : 'không đổi nội dung';
};
