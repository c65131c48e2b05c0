import type { ListedArticle } from '../../functions/console/browser/article-lists/article-list.ts';

/** An article as the editorial list has it, with some fields replaced. */
export const aListedArticle = (fields: Partial<ListedArticle> = {}): ListedArticle => ({
  id: '01kb0000000000000000000000',
  version: 1,
  status: 'draft',
  state: 'draft',
  title: 'Lịch tiếp công dân',
  slug: 'lich-tiep-cong-dan',
  summary: '',
  category: 'thong-bao',
  publishedAt: null,
  withdrawAt: null,
  liveVersion: null,
  createdAt: '2026-11-28T01:00:00.000Z',
  createdBy: 'an',
  updatedAt: '2026-11-28T01:00:00.000Z',
  updatedBy: 'an',
  url: '/thong-bao/lich-tiep-cong-dan-01kb0000000000000000000000',
  localTimes: { zone: 'Asia/Ho_Chi_Minh', publishedAt: null, withdrawAt: null },
  ...fields,
});
