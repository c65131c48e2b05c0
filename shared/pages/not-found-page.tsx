import { categoryPath } from '../articles/article-path.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Totals } from '../visits/tally.ts';
import { sitePage } from './layout.tsx';
import { ContactBox } from './side-boxes.tsx';

/** The page for an address that leads nowhere. */
export const notFoundPage = ({ site, totals }: { site: SiteSettings; totals: Totals | null }): string =>
  sitePage({
    site,
    totals,
    head: { title: 'Không tìm thấy trang', meta: [['robots', 'noindex']] },
    main: (
      <>
        <h1>Không tìm thấy trang</h1>
        <p>Địa chỉ này không có hoặc tin đã được gỡ. Có thể địa chỉ bị gõ thiếu hoặc sai một chữ.</p>
        <p>Mời bạn tìm tiếp từ một trong các trang sau:</p>
        <ul class="ways">
          <li>
            <a href="/">Trang chủ</a>
          </li>
          {site.categories.map(({ slug, name }) => (
            <li>
              <a href={categoryPath(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      </>
    ),
    side: <ContactBox site={site} />,
  });
