import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso';
import type { ConsoleSettings } from '../settings.ts';
import { ApiContext, createApi } from './api/api-context.ts';
import { createSite, SiteContext } from './api/site-context.ts';
import { createWorkLists, WorkListsContext } from './article-lists/work-lists.ts';
import { browserDrafts } from './drafts/browser-drafts.ts';
import { DraftsContext } from './drafts/drafts-context.ts';
import { listDeviceDrafts } from './drafts/found-drafts.ts';
import { ImagesProvider } from './images/images-context.tsx';
import { PageHeader } from './page-header.tsx';
import type { Session } from './session/session.ts';
import { SessionBar } from './session/session-bar.tsx';
import { SessionContext } from './session/session-context.ts';
import { SettingsContext } from './settings-context.ts';
import { AnnouncementContext, Announcer, createAnnouncement } from './ui/announcer.tsx';
import { createNotices, NoticeList, NoticesContext } from './ui/notices.tsx';
import { NavigationContext, PageTitle } from './ui/page-title.tsx';
import { Providers, provided } from './ui/providers.tsx';
import { ReloadAdvice } from './ui/reload-advice.tsx';
import { importArticlePage, includes, views } from './views.ts';

const NotFound = () => (
  <>
    <PageTitle title="Không có trang này" />
    <p>
      <a href="/quan-tri/">Về danh sách bài viết</a>
    </p>
  </>
);

/** Milliseconds until what most people open next is loaded: by then the first view is there. */
const preloadDelayMs = 2_000;

/** Loads the article page and the editor before they are needed: a click need not wait, and a later deployment takes nothing away. */
const preloadEditor = () => {
  // Whoever opens them loads them again, and says why if that fails.
  Promise.all([importArticlePage(), import('./editor/mount-editor.ts')]).catch(() => {});
};

type Props = { session: Session; settings: ConsoleSettings };

/** The console of somebody who is signed in: contexts, the frame, and the views by address. */
export const Console = ({ session, settings }: Props) => {
  const shownRoutes = useRef(0);
  const hasNavigated = useRef(false);
  const { site, contexts } = useMemo(() => {
    const api = createApi(session);
    const site = createSite(api);
    const drafts = browserDrafts(api, session);
    const { clock } = drafts;
    const listDrafts = () => listDeviceDrafts(drafts);
    const contexts = [
      provided(SettingsContext, settings),
      provided(SessionContext, session),
      provided(ApiContext, api),
      provided(SiteContext, site),
      provided(DraftsContext, drafts),
      provided(WorkListsContext, createWorkLists({ api, clock, listDrafts })),
      provided(NoticesContext, createNotices()),
      provided(AnnouncementContext, createAnnouncement()),
      provided(NavigationContext, hasNavigated),
    ];
    return { site, contexts };
  }, [session, settings]);
  useEffect(() => {
    // The views say what they lack; this is for the name and the categories.
    site.load().catch(() => {});
  }, [site]);
  useEffect(() => {
    const timer = setTimeout(preloadEditor, preloadDelayMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Providers of={contexts}>
      <LocationProvider scope="/quan-tri/">
        <ImagesProvider>
          <a class="skip" href="#noi-dung">
            Đến nội dung chính
          </a>
          <PageHeader />
          <SessionBar />
          <main id="noi-dung" class="frame" tabIndex={-1}>
            <ReloadAdvice>
              <ErrorBoundary>
                <Router
                  onRouteChange={() => {
                    shownRoutes.current += 1;
                    hasNavigated.current = shownRoutes.current > 1;
                  }}
                >
                  {views
                    .filter(({ role }) => includes(session.user.role, role))
                    .map(({ path, component }) => (
                      <Route key={path} path={path} component={component} />
                    ))}
                  <Route default component={NotFound} />
                </Router>
              </ErrorBoundary>
            </ReloadAdvice>
          </main>
          <NoticeList />
          <Announcer />
        </ImagesProvider>
      </LocationProvider>
    </Providers>
  );
};
