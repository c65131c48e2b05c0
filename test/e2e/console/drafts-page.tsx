import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { ApiContext, createApi } from '../../../functions/console/browser/api/api-context.ts';
import { createSite, SiteContext } from '../../../functions/console/browser/api/site-context.ts';
import { ConflictDialog } from '../../../functions/console/browser/conflict/conflict-dialog.tsx';
import { FoundDraftDialog } from '../../../functions/console/browser/conflict/found-draft-dialog.tsx';
import { browserDrafts } from '../../../functions/console/browser/drafts/browser-drafts.ts';
import {
  type ContentVersion,
  type NewArticle,
  versionOfReply,
} from '../../../functions/console/browser/drafts/content-version.ts';
import { createDraftSession } from '../../../functions/console/browser/drafts/draft-session.ts';
import { SaveStatus } from '../../../functions/console/browser/drafts/save-status.tsx';
import type { Session, SessionState } from '../../../functions/console/browser/session/session.ts';
import { SessionContext } from '../../../functions/console/browser/session/session-context.ts';
import {
  AnnouncementContext,
  Announcer,
  createAnnouncement,
} from '../../../functions/console/browser/ui/announcer.tsx';
import type { ArticleContent } from '../../../shared/articles/content.ts';

/** The smallest page that edits an article by a draft session: a title, a body as HTML, and the dialogs. */
const { token, user, id } = (globalThis as unknown as { opened: { token: string; user: string; id: string } })
  .opened;
const sessionState = signal<SessionState>('active');
const session = {
  user: { name: user, role: 'editor' },
  state: sessionState,
  token: async () => token,
  rejectToken: () => {},
  end: () => {
    sessionState.value = 'ended';
  },
  renew: () => {
    sessionState.value = 'active';
  },
} as unknown as Session;
const api = createApi(session);
const site = createSite(api);
const announcement = createAnnouncement();
const newArticle: NewArticle = {
  id: null,
  version: null,
  state: 'draft',
  content: {
    title: '',
    summary: '',
    body: '',
    category: 'tin-tuc',
    tags: [],
    author: '',
    source: '',
    cover: null,
    gallery: [],
    oldUrls: [],
  },
};
const opened: ContentVersion | NewArticle =
  id === ''
    ? newArticle
    : versionOfReply((await api.call('GET /api/admin/articles/{id}', { path: { id } })).body);
const content = signal<ArticleContent>(opened.content);
const isComparing = signal(false);
const drafts = createDraftSession(browserDrafts(api, session), opened, () => content.peek());

const change = (fields: Partial<ArticleContent>) => {
  content.value = { ...content.peek(), ...fields };
  drafts.touched();
};
const save = () =>
  drafts.save().catch(() => {
    isComparing.value = drafts.conflict.value !== null;
  });

const Page = () => {
  const now = new Date();
  const conflict = drafts.conflict.value;
  const found = drafts.found.value;
  return (
    <>
      <h1>Soạn bài</h1>
      <SaveStatus
        drafts={drafts}
        now={now}
        onShowConflict={() => {
          isComparing.value = true;
        }}
      />
      <input
        aria-label="Tiêu đề"
        value={content.value.title}
        onInput={(event) => change({ title: event.currentTarget.value })}
      />
      <textarea
        aria-label="Nội dung"
        value={content.value.body}
        onInput={(event) => change({ body: event.currentTarget.value })}
      />
      <button type="button" onClick={save}>
        Lưu
      </button>
      {conflict && (
        <ConflictDialog
          open={isComparing.value}
          conflict={conflict}
          mine={content.value}
          user={user}
          now={now}
          onResolve={(chosen) => {
            content.value = chosen;
            drafts.resolve(chosen);
          }}
          onClose={() => {
            isComparing.value = false;
          }}
        />
      )}
      {found && (
        <FoundDraftDialog
          open
          found={found}
          current={drafts.current.value}
          now={now}
          onUse={() => {
            content.value = drafts.useFound();
          }}
          onDiscard={drafts.discardFound}
          onPostpone={drafts.postponeFound}
        />
      )}
      <Announcer />
    </>
  );
};

effect(() => {
  document.documentElement.dataset.id = drafts.current.value.id ?? '';
});
render(
  <SessionContext.Provider value={session}>
    <ApiContext.Provider value={api}>
      <SiteContext.Provider value={site}>
        <AnnouncementContext.Provider value={announcement}>
          <Page />
        </AnnouncementContext.Provider>
      </SiteContext.Provider>
    </ApiContext.Provider>
  </SessionContext.Provider>,
  document.querySelector('main') as HTMLElement,
);
