import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import type { ConsoleSettings } from '../settings.ts';
import { ApiContext, createApi } from './api/api-context.ts';
import { createSite, SiteContext } from './api/site-context.ts';
import { browserDrafts } from './drafts/browser-drafts.ts';
import { listDeviceDrafts } from './drafts/found-drafts.ts';
import { PageHeader } from './page-header.tsx';
import type { Session } from './session/session.ts';
import { SessionBar } from './session/session-bar.tsx';
import { SessionContext } from './session/session-context.ts';
import { SettingsContext } from './settings-context.ts';
import { AnnouncementContext, Announcer, createAnnouncement } from './ui/announcer.tsx';
import { createNotices, NoticeList, NoticesContext } from './ui/notices.tsx';
import { NavigationContext, PageTitle } from './ui/page-title.tsx';
import { ReloadAdvice } from './ui/reload-advice.tsx';
import { createWorkLists, WorkListsContext } from './work/work-lists.ts';

const WorkPage = lazy(() => import('./work/work-page.tsx').then(({ WorkPage }) => WorkPage));
const NotFound = () => (
  <>
    <PageTitle title="Không có trang này" />
    <p>
      <a href="/quan-tri/">Về danh sách bài viết</a>
    </p>
  </>
);

type Props = { session: Session; settings: ConsoleSettings };

/** The console of somebody who is signed in: contexts, the frame, and the views by address. */
export const Console = ({ session, settings }: Props) => {
  const { api, site, workLists, notices, announcement } = useMemo(() => {
    const api = createApi(session);
    const drafts = browserDrafts(api, session);
    const { clock } = drafts;
    return {
      api,
      site: createSite(api),
      workLists: createWorkLists({ api, clock, listDrafts: () => listDeviceDrafts(drafts, clock()) }),
      notices: createNotices(),
      announcement: createAnnouncement(),
    };
  }, [session]);
  const shownRoutes = useRef(0);
  const hasNavigated = useRef(false);
  useEffect(() => {
    // The views say what they lack; this is for the name and the categories.
    site.load().catch(() => {});
  }, [site]);

  return (
    <SettingsContext.Provider value={settings}>
      <SessionContext.Provider value={session}>
        <ApiContext.Provider value={api}>
          <SiteContext.Provider value={site}>
            <WorkListsContext.Provider value={workLists}>
              <NoticesContext.Provider value={notices}>
                <AnnouncementContext.Provider value={announcement}>
                  <LocationProvider scope="/quan-tri/">
                    <a class="skip" href="#noi-dung">
                      Đến nội dung chính
                    </a>
                    <PageHeader />
                    <SessionBar />
                    <main id="noi-dung" class="frame" tabIndex={-1}>
                      <NavigationContext.Provider value={hasNavigated}>
                        <ReloadAdvice>
                          <ErrorBoundary>
                            <Router
                              onRouteChange={() => {
                                shownRoutes.current += 1;
                                hasNavigated.current = shownRoutes.current > 1;
                              }}
                            >
                              <Route path="/quan-tri/" component={WorkPage} />
                              <Route default component={NotFound} />
                            </Router>
                          </ErrorBoundary>
                        </ReloadAdvice>
                      </NavigationContext.Provider>
                    </main>
                    <NoticeList />
                    <Announcer />
                  </LocationProvider>
                </AnnouncementContext.Provider>
              </NoticesContext.Provider>
            </WorkListsContext.Provider>
          </SiteContext.Provider>
        </ApiContext.Provider>
      </SessionContext.Provider>
    </SettingsContext.Provider>
  );
};
