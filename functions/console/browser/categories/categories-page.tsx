import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Category, SiteSettings } from '../../../../shared/site/settings.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { tabs, workAddress } from '../article-lists/work-query.ts';
import { useSettings } from '../site/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { moved } from '../ui/moved.ts';
import { useNotices } from '../ui/notices.tsx';
import { OrderList } from '../ui/order-list.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { categoryLimits, inOrder, withEditedCategory, withNewCategory } from './category-changes.ts';
import { CategoryDialog } from './category-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';

const address = '/quan-tri/chuyen-muc';

/** The categories of the site: added, renamed, described, ordered, retired. */
export const CategoriesPage = () => {
  const { loaded, reload, save } = useSettings();
  const { show } = useNotices();
  const { query, route } = useLocation();
  const [edited, setEdited] = useState<Category | 'new' | null>(null);
  /** An order that is not saved yet. */
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Saves a change of the settings; what went wrong, or null. */
  const saved = async (change: (settings: SiteSettings) => SiteSettings, done: string) => {
    const result = await save(change);
    if (result.kind === 'conflict') return result.sentence;
    if (result.kind === 'failed') return result.failure.sentence;
    show({ kind: 'done', text: done });
    return null;
  };

  if (loaded.kind === 'failed') {
    return (
      <>
        <PageTitle title="Chuyên mục" />
        <LoadingFailure failure={loaded.failure} onRetry={reload} />
      </>
    );
  }
  const settings = loaded.kind === 'loaded' ? loaded.value.settings : null;
  const stored = settings?.categories ?? [];
  const categories = order ? inOrder(stored, order) : stored;
  const retiring = stored.find(({ slug }) => slug === query.bo);
  const others = stored.filter((category) => category !== retiring);

  const saveOrder = async () => {
    if (!order) return;
    setBusy(true);
    const failure = await saved(
      (before) => ({ ...before, categories: inOrder(before.categories, order) }),
      'Đã lưu thứ tự chuyên mục.',
    );
    setBusy(false);
    if (failure === null) setOrder(null);
    else show({ kind: 'problem', text: failure });
  };

  return (
    <>
      <PageTitle title="Chuyên mục" />
      <p>Thứ tự dưới đây là thứ tự trên thanh danh mục và ở trang chủ của cổng.</p>
      {settings === null && <p role="status">Đang tải…</p>}
      <OrderList
        items={categories}
        keyOf={({ slug }) => slug}
        labelOf={({ name }) => `chuyên mục ${name}`}
        onMove={(from, to) => setOrder(moved(categories, from, to).map(({ slug }) => slug))}
        actionsOf={(category) => (
          <>
            <Button aria-label={`Sửa chuyên mục ${category.name}`} onClick={() => setEdited(category)}>
              Sửa
            </Button>
            {stored.length > 1 && (
              <Button
                aria-label={`Bỏ chuyên mục ${category.name}`}
                onClick={() => route(`${address}?bo=${category.slug}`)}
              >
                Bỏ…
              </Button>
            )}
          </>
        )}
      >
        {({ slug, name, description }) => (
          <>
            <strong>{name}</strong> <a href={`/${slug}`}>/{slug}</a>
            {description && <p class="hint">{description}</p>}
            <p class="hint">
              <a href={workAddress({ tab: tabs[4], category: slug, createdBy: '', words: '' })}>
                Bài đang đăng trong chuyên mục
              </a>
            </p>
          </>
        )}
      </OrderList>
      {order && (
        <div class="notice" role="status">
          <p>Thứ tự mới chưa được lưu.</p>
          <Button onClick={() => setOrder(null)}>Trở lại như cũ</Button>
          <Button kind="primary" busy={isBusy} onClick={saveOrder}>
            Lưu thứ tự
          </Button>
        </div>
      )}
      {settings && (
        <p class="category-add">
          {stored.length < categoryLimits.count ? (
            <Button kind="primary" onClick={() => setEdited('new')}>
              Thêm chuyên mục
            </Button>
          ) : (
            `Cổng có tối đa ${categoryLimits.count} chuyên mục. Muốn thêm, hãy bỏ bớt.`
          )}
        </p>
      )}
      {settings && edited !== null && (
        <CategoryDialog
          category={edited === 'new' ? null : edited}
          settings={settings}
          onClose={() => setEdited(null)}
          onSave={async (category) => {
            const change = edited === 'new' ? withNewCategory : withEditedCategory;
            const failure = await saved(
              (before) => change(before, category),
              `Đã lưu chuyên mục “${category.name}”.`,
            );
            if (failure === null) setEdited(null);
            return failure;
          }}
        />
      )}
      {retiring && (
        <RetireDialog
          key={retiring.slug}
          category={retiring}
          others={others}
          begunTo={others.some(({ slug }) => slug === query.sang) ? (query.sang ?? null) : null}
          onBegin={(to) => route(`${address}?bo=${retiring.slug}&sang=${to}`, true)}
          onClose={(isDone) => {
            route(address, true);
            if (isDone) reload();
          }}
        />
      )}
    </>
  );
};
