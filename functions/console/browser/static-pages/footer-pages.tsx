import type { SitePage } from '../../../../shared/site/settings.ts';
import { Button } from '../ui/button.tsx';
import { moved } from '../ui/moved.ts';
import { OrderList } from '../ui/order-list.tsx';
import { FooterPage } from './footer-page.tsx';
import type { StaticPage } from './use-static-pages.ts';

type Props = {
  pages: readonly SitePage[];
  articles: readonly StaticPage[];
  now: Date;
  /** Null for somebody who may only look. */
  editing: {
    isReordered: boolean;
    isBusy: boolean;
    onOrder: (pages: readonly SitePage[]) => void;
    onSaveOrder: () => void;
    onForgetOrder: () => void;
    onEdit: (page: SitePage) => void;
    onRemove: (page: SitePage) => void;
  } | null;
};

/** The links to static pages in the order of the footer. */
export const FooterPages = ({ pages, articles, now, editing }: Props) => {
  const content = (page: SitePage) => (
    <FooterPage
      page={page}
      pages={pages}
      article={articles.find(({ id }) => id === page.article) ?? null}
      now={now}
    />
  );
  return (
    <section aria-labelledby="o-chan-trang">
      <h2 id="o-chan-trang">Ở chân trang</h2>
      {pages.length === 0 && <p class="empty">Chân trang chưa có liên kết đến trang nào.</p>}
      {!editing && (
        <>
          <p>Quản trị viên sắp xếp, đổi tên và đưa trang vào chân trang.</p>
          <ol class="footer-pages">
            {pages.map((page) => (
              <li key={page.article}>{content(page)}</li>
            ))}
          </ol>
        </>
      )}
      {editing && (
        <OrderList
          items={pages}
          keyOf={({ article }) => article}
          labelOf={({ name }) => `trang ${name}`}
          onMove={(from, to) => editing.onOrder(moved(pages, from, to))}
          actionsOf={(page) => (
            <>
              <Button aria-label={`Sửa liên kết ${page.name}`} onClick={() => editing.onEdit(page)}>
                Sửa liên kết
              </Button>
              <Button
                busy={editing.isBusy}
                aria-label={`Bỏ ${page.name} khỏi chân trang`}
                onClick={() => editing.onRemove(page)}
              >
                Bỏ
              </Button>
            </>
          )}
        >
          {content}
        </OrderList>
      )}
      {editing?.isReordered && (
        <div class="notice" role="status">
          <p>Thứ tự mới chưa được lưu.</p>
          <Button kind="primary" busy={editing.isBusy} onClick={editing.onSaveOrder}>
            Lưu thứ tự
          </Button>
          <Button onClick={editing.onForgetOrder}>Bỏ thay đổi</Button>
        </div>
      )}
    </section>
  );
};
