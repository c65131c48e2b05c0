import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { type Role, roles } from '../../../shared/http/actor.ts';

/** The parts of the navigation, and of the page of the office. */
type Section = 'main' | 'office';

export type View = {
  path: string;
  component: ComponentType<{ params: Record<string, string> }>;
  /** The narrowest role that uses it. */
  role: Role;
  /** Where a link leads to it. */
  link?: { section: Section; label: string; description?: string };
};

export const importArticlePage = () => import('./article/article-page.tsx');

const page = (path: string) => `/quan-tri/${path}`;

/** Every view of the console: its address, who uses it, and where it is found. */
export const views: readonly View[] = [
  {
    path: page(''),
    component: lazy(() => import('./article-lists/work-page.tsx').then((module) => module.WorkPage)),
    role: 'author',
    link: { section: 'main', label: 'Bài viết' },
  },
  {
    path: page('bai-viet/:id'),
    component: lazy(() => importArticlePage().then((module) => module.ArticlePage)),
    role: 'author',
  },
  {
    path: page('bai-viet/:id/lich-su'),
    component: lazy(() => import('./article/history-page.tsx').then((module) => module.HistoryPage)),
    role: 'author',
  },
  {
    path: page('anh'),
    component: lazy(() => import('./images/library-page.tsx').then((module) => module.LibraryPage)),
    role: 'author',
    link: { section: 'main', label: 'Kho ảnh' },
  },
  {
    path: page('so-lieu'),
    component: lazy(() => import('./statistics/statistics-page.tsx').then((module) => module.StatisticsPage)),
    role: 'author',
    link: { section: 'main', label: 'Số liệu' },
  },
  {
    path: page('so-lieu/:month'),
    component: lazy(() =>
      import('./statistics/month-report-page.tsx').then((module) => module.MonthReportPage),
    ),
    role: 'editor',
  },
  {
    path: page('quan-ly'),
    component: lazy(() => import('./office/office-page.tsx').then((module) => module.OfficePage)),
    role: 'editor',
    link: { section: 'main', label: 'Quản lý' },
  },
  {
    path: page('thong-tin-cong'),
    component: lazy(() => import('./site/site-page.tsx').then((module) => module.SitePage)),
    role: 'admin',
    link: {
      section: 'office',
      label: 'Thông tin cổng',
      description: 'Tên, cơ quan, địa chỉ, ảnh đầu trang, liên kết, thông báo khẩn',
    },
  },
  {
    path: page('thong-tin-cong/lich-su'),
    component: lazy(() => import('./site/site-history-page.tsx').then((module) => module.SiteHistoryPage)),
    role: 'admin',
  },
  {
    path: page('trang'),
    component: lazy(() =>
      import('./static-pages/static-pages-page.tsx').then((module) => module.StaticPagesPage),
    ),
    role: 'editor',
    link: {
      section: 'office',
      label: 'Trang tĩnh',
      description: 'Giới thiệu, liên hệ và các trang ở chân trang, cả bản tiếng Anh',
    },
  },
  {
    path: page('chuyen-muc'),
    component: lazy(() => import('./categories/categories-page.tsx').then((module) => module.CategoriesPage)),
    role: 'admin',
    link: { section: 'office', label: 'Chuyên mục', description: 'Thêm, đổi tên, sắp xếp, gộp' },
  },
  {
    path: page('the'),
    component: lazy(() => import('./tags/tags-page.tsx').then((module) => module.TagsPage)),
    role: 'editor',
    link: { section: 'office', label: 'Từ khóa', description: 'Xem, đổi tên, gộp các từ khóa của bài' },
  },
  {
    path: page('nguoi-dung'),
    component: lazy(() => import('./people/people-page.tsx').then((module) => module.PeoplePage)),
    role: 'admin',
    link: { section: 'office', label: 'Người dùng', description: 'Mời, phân vai trò, khóa tài khoản' },
  },
  {
    path: page('nhuan-but'),
    component: lazy(() => import('./royalties/royalties-page.tsx').then((module) => module.RoyaltiesPage)),
    role: 'editor',
    link: {
      section: 'office',
      label: 'Nhuận bút',
      description: 'Mỗi người đã đăng bao nhiêu bài, chữ, ảnh trong tháng',
    },
  },
  {
    path: page('nhat-ky'),
    component: lazy(() => import('./activity/activity-page.tsx').then((module) => module.ActivityPage)),
    role: 'editor',
    link: { section: 'office', label: 'Nhật ký', description: 'Ai đã làm gì, khi nào' },
  },
  {
    path: page('tinh-trang'),
    component: lazy(() => import('./health/health-page.tsx').then((module) => module.HealthPage)),
    role: 'editor',
    link: {
      section: 'office',
      label: 'Tình trạng cổng',
      description: 'Cổng có chạy tốt không, sao lưu, giới hạn, chi phí',
    },
  },
];

/** The views of a section that a role uses. */
export const linksOf = (section: Section, role: Role) =>
  views.flatMap(({ path, role: narrowest, link }) =>
    link?.section === section && includes(role, narrowest) ? [{ path, ...link }] : [],
  );

/** Whether a role is, or includes, another. */
export const includes = (role: Role, narrowest: Role) => roles.indexOf(role) <= roles.indexOf(narrowest);
