import type { SiteSettings } from './settings.ts';

/** The settings of a freshly deployed site, until an admin saves its own. */
export const defaultSettings: SiteSettings = {
  name: 'Cổng thông tin điện tử',
  agency: 'Ủy ban nhân dân phường',
  superior: '',
  responsible: '',
  address: '',
  telephone: '',
  email: '',
  formerCategories: [],
  categories: [
    { slug: 'tin-tuc', name: 'Tin tức', description: '' },
    { slug: 'thong-bao', name: 'Thông báo', description: '' },
  ],
  banner: null,
  links: [],
  pages: [],
  alert: null,
  trustBadge: null,
  emcSiteId: '',
};
