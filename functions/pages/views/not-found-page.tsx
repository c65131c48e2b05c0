import { categoryPath } from '../../../shared/articles/article-path.ts';
import { type PageContext, sitePage } from '../../../shared/pages/layout.tsx';
import { ContactBox } from '../../../shared/pages/side-boxes.tsx';
import { DayBox } from './day-box.tsx';

type Props = Omit<PageContext, 'origin'> & { reason: string };

/** The 404 page: the reason, and where to look instead. */
export const notFoundPage = ({ reason, ...context }: Props): string =>
  sitePage({
    ...context,
    head: { title: 'Không tìm thấy trang', meta: [['robots', 'noindex']] },
    main: (
      <>
        <h1>Không tìm thấy trang</h1>
        <p class="lede">{reason}</p>
        <p>Có thể tin đã được gỡ, hoặc địa chỉ bị gõ thiếu hay sai một chữ.</p>
        <p>Mời bạn tìm tiếp từ một trong các trang sau:</p>
        <ul class="ways">
          <li>
            <a href="/">Trang chủ</a>
          </li>
          {context.site.categories.map(({ slug, name }) => (
            <li>
              <a href={categoryPath(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      </>
    ),
    side: (
      <>
        <DayBox now={context.now} />
        <ContactBox site={context.site} />
      </>
    ),
  });
