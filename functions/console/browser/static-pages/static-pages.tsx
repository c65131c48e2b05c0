import { useState } from 'preact/hooks';
import { withoutPage } from '../../../../shared/site/page-links.ts';
import type { SitePage } from '../../../../shared/site/settings.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import type { useSettings } from '../site/use-settings.ts';
import { FooterPages } from './footer-pages.tsx';
import { OtherPages } from './other-pages.tsx';
import { PageDialog } from './page-dialog.tsx';
import { withPage } from './page-list.ts';
import { pageLimit } from './page-problems.ts';
import { suggestedPage } from './suggested-page.ts';
import { useFooterPages } from './use-footer-pages.ts';
import { useStaticPages } from './use-static-pages.ts';

type Props = {
  linked: readonly SitePage[];
  save: ReturnType<typeof useSettings>['save'];
  /** Whether the person may save the settings. */
  mayChange: boolean;
};

/** What is in the footer, in its order, and the other static pages. */
export const StaticPages = ({ linked, save, mayChange }: Props) => {
  const now = new Date();
  const [edited, setEdited] = useState<{ page: SitePage; isNew: boolean } | null>(null);
  const { pages, isReordered, setOrder, apply, isBusy } = useFooterPages(linked, save);
  const { loaded, reload, articles, more, isBusy: isReading, problem } = useStaticPages(linked);
  if (loaded.kind === 'failed') return <LoadingFailure failure={loaded.failure} onRetry={reload} />;
  if (!articles) return <p role="status">Đang đọc các trang…</p>;

  const remove = ({ slug, name }: SitePage) =>
    apply((before) => withoutPage(before, slug), `Đã đưa “${name}” ra khỏi chân trang. Bài vẫn còn nguyên.`);
  const saveEdited = async (page: SitePage) => {
    const before = edited && !edited.isNew ? edited.page : null;
    const done = before ? `Đã lưu “${page.name}”.` : `Đã đưa “${page.name}” vào chân trang.`;
    if (await apply((list) => withPage(list, before, page), done)) setEdited(null);
  };

  return (
    <>
      <FooterPages
        pages={pages}
        articles={articles}
        now={now}
        editing={
          mayChange
            ? {
                isReordered,
                isBusy,
                onOrder: setOrder,
                onSaveOrder: () => apply((list) => list, 'Đã lưu thứ tự.'),
                onForgetOrder: () => setOrder(null),
                onEdit: (page) => setEdited({ page, isNew: false }),
                onRemove: remove,
              }
            : null
        }
      />
      <OtherPages
        articles={articles.filter(({ id }) => pages.every(({ article }) => article !== id))}
        now={now}
        mayChange={mayChange}
        isFull={pages.length >= pageLimit}
        onAdd={(article) => setEdited({ page: suggestedPage(article), isNew: true })}
        onMore={more}
        isReading={isReading}
        problem={problem}
      />
      {edited && (
        <PageDialog
          page={edited.page}
          isNew={edited.isNew}
          pages={pages}
          isBusy={isBusy}
          onSave={saveEdited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
};
