import type { FeedItem, LiveArticle } from '../../shared/articles/live-article.ts';
import type { SiteSettings } from '../../shared/site/settings.ts';

/** A ward with three categories. */
export const aSite = (fields: Partial<SiteSettings> = {}): SiteSettings => ({
  name: 'Cổng thông tin phường Hạc Vân',
  agency: 'Ủy ban nhân dân phường Hạc Vân',
  superior: 'Tỉnh Vĩnh Lam',
  responsible: 'Bà Đỗ Thị Minh Hạnh, Chủ tịch',
  address: 'Số 1 đường Bến Hạc',
  telephone: '0200 000 1234',
  email: 'ubnd@hacvan.example',
  formerCategories: [],
  categories: [
    { slug: 'tin-tuc', name: 'Tin tức', description: 'Việc trong phường.' },
    { slug: 'thong-bao', name: 'Thông báo', description: '' },
    { slug: 'van-hoa', name: 'Văn hóa', description: '' },
  ],
  banner: null,
  links: [],
  pages: [],
  alert: null,
  trustBadge: null,
  emcSiteId: '',
  ...fields,
});

const idOf = (n: number) => `01kb00000000000000000000${String(n).padStart(2, '0')}`;

/** The nth article of a list, newest first. */
export const aFeedItem = (n: number, fields: Partial<FeedItem> = {}): FeedItem => {
  const at = new Date(Date.UTC(2026, 5, 28 - n, 1)).toISOString();
  return {
    id: idOf(n),
    title: `Tin số ${n}.`,
    slug: `tin-so-${n}`,
    summary: `Tóm tắt của tin số ${n}.`,
    category: 'tin-tuc',
    cover: null,
    publishedAt: at,
    updatedAt: at,
    withdrawAt: null,
    ...fields,
  };
};

/** An article as readers see it. */
export const aLiveArticle = (fields: Partial<LiveArticle> = {}): LiveArticle => ({
  ...aFeedItem(0),
  version: 2,
  body: '<p>Đoạn một.</p><h2>Mục</h2><p>Đoạn hai.</p>',
  tags: [],
  author: 'Trần Ngọc Lan',
  source: '',
  gallery: [],
  pictures: [],
  ...fields,
});
