import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { sitePage } from '../../../shared/pages/layout.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import { visitStatisticsPath } from '../../../shared/pages/visit-counter.tsx';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { MonthVisits, Totals } from '../../../shared/visits/tally.ts';
import { MonthsChart } from './months-chart.tsx';

type Props = {
  site: SiteSettings;
  totals: Totals | null;
  /** The last twelve months, oldest first; empty before anything was counted. */
  months: readonly MonthVisits[];
  now: Date;
  origin: string;
};

/** Explains how visits are counted, and shows the statistics. */
export const visitStatisticsPage = ({ site, totals, months, now, origin }: Props): string =>
  sitePage({
    site,
    now,
    totals,
    head: {
      title: 'Cách chúng tôi đếm lượt truy cập',
      description: `Quy tắc đếm lượt truy cập của ${site.name} và số liệu 12 tháng gần nhất.`,
      canonical: origin + visitStatisticsPath,
    },
    main: (
      <>
        <Breadcrumb />
        <article class="article">
          <h1>Cách chúng tôi đếm lượt truy cập</h1>
          <div class="body">
            <Rules />
            <h2>12 tháng gần nhất</h2>
            {months.length > 0 ? <MonthsChart months={months} /> : <p>Chưa có số liệu.</p>}
          </div>
        </article>
      </>
    ),
    side: (
      <>
        <CategoriesBox categories={site.categories} />
        <ContactBox site={site} />
      </>
    ),
  });

const Rules = () => (
  <>
    <h2>Thế nào là một lượt truy cập</h2>
    <p>
      Một lượt truy cập là một lần ghé thăm bằng một trình duyệt, dù bạn mở bao nhiêu trang. Nếu nghỉ từ 30
      phút trở lên rồi quay lại, đó là lượt mới.
    </p>
    <p>
      Đang trực tuyến là số lượt có mở trang trong 5 phút vừa qua. Ngày và tháng tính theo giờ Việt Nam, ngày
      mới bắt đầu lúc 0 giờ.
    </p>
    <h2>Mỗi lượt đếm đúng một lần</h2>
    <p>
      Trình duyệt tự đặt cho mỗi lượt một mã ngẫu nhiên. Máy chủ ghi mã và cộng số trong cùng một bước: cả hai
      cùng thành hoặc cùng không. Mạng chập chờn khiến tin báo phải gửi lại nhiều lần thì vẫn chỉ cộng một.
    </p>
    <h2>Những gì không được đếm</h2>
    <ul>
      <li>máy tìm kiếm và các chương trình tự động có xưng tên;</li>
      <li>trang được trình duyệt tải trước mà bạn chưa xem;</li>
      <li>trình duyệt tắt JavaScript hoặc không cho lưu dữ liệu của trang.</li>
    </ul>
    <p>Vì vậy con số có thể thấp hơn thực tế một chút, nhưng không cao hơn số lượt đã ghi nhận.</p>
    <h2>Quyền riêng tư</h2>
    <p>
      Chúng tôi không dùng cookie để đếm, không lưu địa chỉ mạng hay tên trình duyệt của bạn. Mã của mỗi lượt
      nằm trong máy của bạn và bị xóa khỏi máy chủ một ngày sau lần xem cuối; chỉ còn lại các con số tổng.
    </p>
    <h2>Bài đọc nhiều</h2>
    <p>
      Mỗi bài được tính một lần trong một lượt truy cập. Danh sách “Đọc nhiều” xếp theo số lượt đã mở bài
      trong 7 ngày và 30 ngày qua.
    </p>
  </>
);
