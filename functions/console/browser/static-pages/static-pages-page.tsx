import { LoadingFailure } from '../api/loading-failure.tsx';
import { useSession } from '../session/session-context.ts';
import { useSettings } from '../site/use-settings.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { StaticPages } from './static-pages.tsx';

/** `/quan-tri/trang`: the static pages of the site, and the links to them in the footer. */
export const StaticPagesPage = () => {
  const { user } = useSession();
  const { loaded, reload, save } = useSettings();
  return (
    <>
      <header class="work-header">
        <PageTitle title="Trang tĩnh" />
        <a class="button primary" href="/quan-tri/bai-viet/moi?chuyen-muc=trang">
          Viết trang mới
        </a>
      </header>
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loading' && <p role="status">Đang đọc các trang…</p>}
      {loaded.kind === 'loaded' && (
        <StaticPages linked={loaded.value.settings.pages} save={save} mayChange={user.role === 'admin'} />
      )}
    </>
  );
};
