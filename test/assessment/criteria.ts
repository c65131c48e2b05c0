import type { PageViolations } from './accessibility.ts';
import type { SiteFacts } from './site-facts.ts';
import { medianMs, type PageSpeed, type SpeedAudit, speedLimitsMs } from './speed.ts';

/** `by hand`: a person must look, or show a paper. */
type Verdict = 'met' | 'not met' | 'by hand';
/** A verdict with what was seen, or with what a person is to do, in Vietnamese. */
export type Judgement = { verdict: Verdict; seen: string };

export type Measured = {
  site: SiteFacts;
  speed: readonly PageSpeed[];
  accessibility: readonly PageViolations[];
};

/** Where a criterion comes from. The ministry's set of 2025 is known here by what the press printed of it. */
export const sources = {
  'Bộ tiêu chí 2025': {
    name: 'Bộ tiêu chí đánh giá cổng, trang thông tin điện tử của cơ quan nhà nước năm 2025 (Bộ KH&CN), theo báo VietNamNet tháng 5/2025',
    url: 'https://vietnamnet.vn/cong-cu-ho-tro-nang-cao-trai-nghiem-nguoi-dung-website-co-quan-nha-nuoc-2405952.html',
  },
  'Thông tư 22/2023': {
    name: 'Thông tư 22/2023/TT-BTTTT: cấu trúc, bố cục, yêu cầu kỹ thuật cho cổng thông tin điện tử',
    url: 'https://vanban.vcci.com.vn/thong-tu-222023tt-btttt-quy-dinh-ve-cau-truc-bo-cuc-yeu-cau-ky-thuat-cho-cong-thong-tin-dien-tu-va-trang-thong-tin-dien-tu-cua-co-quan-nha-nuoc',
  },
  'WCAG 2.2 AA': {
    name: 'Hướng dẫn về khả năng tiếp cận nội dung web 2.2, mức AA',
    url: 'https://www.w3.org/TR/WCAG22/',
  },
  'Khuyến nghị': { name: 'Thông lệ tốt, không phải điểm chấm', url: '' },
} as const;

export type Criterion = {
  group: string;
  name: string;
  source: keyof typeof sources;
  judge: (measured: Measured) => Judgement;
};

const when = (isMet: boolean, seen: string): Judgement => ({ verdict: isMet ? 'met' : 'not met', seen });
const byHand = (todo: string) => (): Judgement => ({ verdict: 'by hand', seen: todo });

/** Judges what only a site at its own address has; on this machine it is left open. */
const atItsAddress =
  (judge: (site: SiteFacts) => Judgement) =>
  ({ site }: Measured): Judgement =>
    site.url.hostname === '127.0.0.1'
      ? { verdict: 'by hand', seen: 'Đây là cổng chạy thử trên một máy: lập lại phiếu với địa chỉ thật.' }
      : judge(site);

/** Whether an HTML page has each of some parts, given as what it is called and how it is written. */
const has = (text: string, parts: readonly (readonly [name: string, markup: string])[]): Judgement => {
  const missing = parts.filter(([, markup]) => !text.includes(markup));
  const names = (some: typeof parts) => some.map(([name]) => name).join(', ');
  return missing.length === 0
    ? { verdict: 'met', seen: `Có ${names(parts)}` }
    : { verdict: 'not met', seen: `Thiếu ${names(missing)}` };
};

const dublinCore = ['title', 'creator', 'date', 'description', 'publisher', 'identifier'].map(
  (name) => [`DC.${name}`, `"DC.${name}"`] as const,
);

const ms = (value: number) => `${(value / 1000).toLocaleString('vi-VN', { maximumFractionDigits: 2 })} giây`;

const speed = (name: string, audit: SpeedAudit): Criterion => ({
  group: 'Hiệu năng tải trang',
  name: `${name} dưới ${ms(speedLimitsMs[audit])}`,
  source: 'Bộ tiêu chí 2025',
  judge: ({ speed: pages }) => {
    const medians = pages.map((page) => ({ page: page.name, value: medianMs(page, audit) }));
    const isMet = medians.length > 0 && medians.every(({ value }) => value < speedLimitsMs[audit]);
    return when(isMet, medians.map(({ page, value }) => `${page} ${ms(value)}`).join('; ') || 'Chưa đo');
  },
});

/** All criteria, in the order of the sheet. */
export const criteria: readonly Criterion[] = [
  {
    group: 'Kết nối',
    name: 'Gắn mã đo của hệ thống EMC',
    source: 'Bộ tiêu chí 2025',
    judge: ({ site }) =>
      when(
        site.home.text.includes('f-emc.ngsp.gov.vn'),
        site.home.text.includes('f-emc.ngsp.gov.vn')
          ? 'Trang chủ có mã đo'
          : 'Chưa có: quản trị viên nhập số EMC trong Thông tin cổng khi đã được cấp',
      ),
  },
  {
    group: 'Kết nối',
    name: 'Truy cập được qua IPv6',
    source: 'Bộ tiêu chí 2025',
    judge: atItsAddress(({ ipVersions }) =>
      when(
        ipVersions.includes(6),
        ipVersions.length === 0 ? 'Không tra được tên miền' : `Có địa chỉ IPv${ipVersions.join(', IPv')}`,
      ),
    ),
  },
  {
    group: 'Kết nối',
    name: 'Nội dung đọc được bằng máy: JSON, RSS, sơ đồ cho máy tìm kiếm',
    source: 'Thông tư 22/2023',
    judge: ({ site }) => {
      const parts = [site.articleApi, site.feed, site.sitemap];
      return when(
        parts.every(({ status }) => status === 200),
        parts.map(({ path, status }) => `${path} ${status}`).join(', '),
      );
    },
  },
  {
    group: 'Cấu trúc, bố cục, hiển thị',
    name: 'Ô tìm kiếm trên mọi trang, và tìm được bài mới nhất',
    source: 'Thông tư 22/2023',
    judge: ({ site }) => {
      const boxes = [site.home, site.article, site.missing].every(({ text }) =>
        text.includes('action="/tim-kiem"'),
      );
      const isFound = site.search.text.includes(`href="${site.article.path}"`);
      return when(
        boxes && isFound,
        `${boxes ? 'Có' : 'Thiếu'} ô tìm kiếm; ${isFound ? 'tìm thấy' : 'không tìm thấy'} bài mới nhất`,
      );
    },
  },
  {
    group: 'Cấu trúc, bố cục, hiển thị',
    name: 'In được, lưu được bài viết',
    source: 'Thông tư 22/2023',
    judge: ({ site }) =>
      has(site.article.text, [
        ['nút In', 'value="print"'],
        ['nút Lưu tin', 'value="save"'],
      ]),
  },
  {
    group: 'Cấu trúc, bố cục, hiển thị',
    name: 'Ghi ngày cập nhật của bài viết',
    source: 'Thông tư 22/2023',
    judge: ({ site }) => has(site.article.text, [['ngày giờ của bài', '<time']]),
  },
  {
    group: 'Cấu trúc, bố cục, hiển thị',
    name: 'Sơ đồ trang',
    source: 'Thông tư 22/2023',
    judge: ({ site }) =>
      when(site.siteMap.status === 200, `${site.siteMap.path} trả lời ${site.siteMap.status}`),
  },
  {
    group: 'Cấu trúc, bố cục, hiển thị',
    name: 'Số lượt truy cập',
    source: 'Thông tư 22/2023',
    judge: ({ site }) =>
      when(site.statistics.status === 200, `${site.statistics.path} trả lời ${site.statistics.status}`),
  },
  {
    group: 'Cấu trúc, bố cục, hiển thị',
    name: 'Hiển thị tốt trên điện thoại',
    source: 'Bộ tiêu chí 2025',
    judge: ({ site }) => has(site.home.text, [['khai báo bề ngang theo máy', 'width=device-width']]),
  },
  {
    group: 'Cấu trúc, bố cục, hiển thị',
    name: 'Đủ các mục thông tin mà Thông tư yêu cầu ở cấp xã: giới thiệu, liên hệ, thủ tục, văn bản',
    source: 'Thông tư 22/2023',
    judge: byHand('Mở Sơ đồ trang và đối chiếu từng mục với Thông tư.'),
  },
  {
    group: 'Đặc tả dữ liệu',
    name: 'Siêu dữ liệu Dublin Core của bài viết: tiêu đề, tác giả, ngày, mô tả, cơ quan, định danh',
    source: 'Thông tư 22/2023',
    judge: ({ site }) => has(site.article.text, dublinCore),
  },
  {
    group: 'Tên miền',
    name: 'Tên miền dưới .gov.vn',
    source: 'Bộ tiêu chí 2025',
    judge: atItsAddress(({ url }) => when(url.hostname.endsWith('.gov.vn'), url.hostname)),
  },
  speed('Nội dung đầu tiên (FCP) hiện ra', 'first-contentful-paint'),
  speed('Nội dung lớn nhất (LCP) hiện ra', 'largest-contentful-paint'),
  speed('Trang hiện đầy đủ (Speed Index)', 'speed-index'),
  speed('Tổng thời gian bị chặn (Total Blocking Time)', 'total-blocking-time'),
  {
    group: 'An toàn thông tin',
    name: 'HTTPS, và địa chỉ http:// dẫn sang HTTPS',
    source: 'Bộ tiêu chí 2025',
    judge: atItsAddress(({ url, insecureLocation }) =>
      when(
        url.protocol === 'https:' && (insecureLocation?.startsWith('https://') ?? false),
        `${url.protocol}//; http:// ${insecureLocation ? `dẫn sang ${insecureLocation}` : 'không dẫn đi đâu'}`,
      ),
    ),
  },
  {
    group: 'An toàn thông tin',
    name: 'Trình duyệt được yêu cầu luôn dùng HTTPS (HSTS)',
    source: 'Khuyến nghị',
    judge: ({ site }) => header(site, 'strict-transport-security'),
  },
  {
    group: 'An toàn thông tin',
    name: 'Chính sách bảo mật nội dung (CSP)',
    source: 'Khuyến nghị',
    judge: ({ site }) => header(site, 'content-security-policy'),
  },
  {
    group: 'An toàn thông tin',
    name: 'Chứng nhận Tín nhiệm mạng',
    source: 'Khuyến nghị',
    judge: ({ site }) =>
      when(
        site.home.text.includes('https://tinnhiemmang.vn/'),
        site.home.text.includes('https://tinnhiemmang.vn/')
          ? 'Trang chủ có huy hiệu'
          : 'Chưa có: đăng ký tại tinnhiemmang.vn rồi nhập trong Thông tin cổng',
      ),
  },
  {
    group: 'An toàn thông tin',
    name: 'Được phê duyệt cấp độ an toàn hệ thống thông tin (cấp độ 3 trở lên) và có quy chế bảo đảm an toàn thông tin',
    source: 'Bộ tiêu chí 2025',
    judge: byHand('Đính kèm quyết định phê duyệt cấp độ và quy chế.'),
  },
  {
    group: 'An toàn thông tin',
    name: 'Phương án bảo đảm an toàn thông tin đáp ứng tối thiểu cấp độ 3',
    source: 'Bộ tiêu chí 2025',
    judge: byHand('Lấy bảng ASVS bên dưới và docs/security-inventory.md làm phụ lục của hồ sơ cấp độ.'),
  },
  {
    group: 'An toàn thông tin',
    name: 'Được kiểm tra, đánh giá an toàn thông tin trước khi vận hành và định kỳ',
    source: 'Bộ tiêu chí 2025',
    judge: byHand('Đính kèm báo cáo của đơn vị đánh giá.'),
  },
  {
    group: 'Tiếp cận',
    name: 'axe-core không tìm thấy lỗi ở mọi trang, mọi giao diện',
    source: 'WCAG 2.2 AA',
    judge: ({ accessibility }) => {
      const count = accessibility.reduce((sum, { violations }) => sum + violations.length, 0);
      return when(accessibility.length > 0 && count === 0, `${count} lỗi ở ${accessibility.length} trang`);
    },
  },
  {
    group: 'Tiếp cận',
    name: 'Những gì máy không thấy được',
    source: 'WCAG 2.2 AA',
    judge: byHand('Làm theo bảng “Kiểm tra bằng người” bên dưới.'),
  },
];

const header = ({ home }: SiteFacts, name: string): Judgement => {
  const value = home.headers.get(name);
  return when(value !== null, value === null ? 'Thiếu' : value.slice(0, 80));
};
