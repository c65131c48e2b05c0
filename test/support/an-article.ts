import type { Article } from '../../shared/articles/article.ts';

/** A valid draft, for tests that care about one or two of its fields. */
export const anArticle = (fields: Partial<Article> = {}): Article => ({
  id: '01kb0000000000000000000000',
  version: 1,
  status: 'draft',
  title: 'Phường Hạc Vân ra quân dọn vệ sinh',
  slug: 'phuong-hac-van-ra-quan-don-ve-sinh',
  summary: 'Sáng thứ Bảy, hơn 300 người dân các tổ dân phố cùng dọn bờ kè.',
  body: '<p>Sáng thứ Bảy, bờ kè sông Lam Vân đông người hơn mọi ngày.</p>',
  category: 'tin-hoat-dong',
  tags: [],
  author: 'Trần Ngọc Lan',
  source: '',
  cover: null,
  gallery: [],
  publishedAt: null,
  withdrawAt: null,
  liveVersion: null,
  createdAt: '2026-03-01T01:00:00.000Z',
  createdBy: 'lan.tran',
  updatedAt: '2026-03-01T01:00:00.000Z',
  updatedBy: 'lan.tran',
  note: null,
  liveUpdatedAt: null,
  liveImages: [],
  ...fields,
});
