import { signal } from '@preact/signals';
import { render } from 'preact';
import { type Api, ApiContext } from '../../../../../functions/console/browser/api/api-context.ts';
import { SiteContext } from '../../../../../functions/console/browser/api/site-context.ts';
import { ConflictDialog } from '../../../../../functions/console/browser/conflict/conflict-dialog.tsx';
import { FoundDraftDialog } from '../../../../../functions/console/browser/conflict/found-draft-dialog.tsx';
import type { ContentVersion } from '../../../../../functions/console/browser/drafts/content-version.ts';
import type { FoundDraft } from '../../../../../functions/console/browser/drafts/device-drafts.ts';
import type { DraftSession } from '../../../../../functions/console/browser/drafts/draft-session-types.ts';
import type { SaveState } from '../../../../../functions/console/browser/drafts/save-state.ts';
import { SaveStatus } from '../../../../../functions/console/browser/drafts/save-status.tsx';
import type { Session } from '../../../../../functions/console/browser/session/session.ts';
import { SessionContext } from '../../../../../functions/console/browser/session/session-context.ts';
import {
  AnnouncementContext,
  Announcer,
  createAnnouncement,
} from '../../../../../functions/console/browser/ui/announcer.tsx';
import type { ArticleContent } from '../../../../../shared/articles/content.ts';
import type { SiteSettings } from '../../../../../shared/site/settings.ts';

const main = document.querySelector('main') as HTMLElement;
/** What the dialogs reported, in order. */
const calls: unknown[] = [];
const report = (name: string) => (value?: unknown) => {
  calls.push(value === undefined ? name : [name, value]);
  draw(null);
};
const now = new Date('2026-11-28T07:10:00Z');
const api = { call: async () => Promise.reject(new TypeError('No network here')) } as unknown as Api;
const categories = [{ slug: 'tin-tuc', name: 'Tin tức' }] as SiteSettings['categories'];
const site = { settings: signal({ categories } as SiteSettings), load: async () => {}, replace: () => {} };
const session = { renew: () => calls.push('renew') } as unknown as Session;
const status = signal<SaveState | null>(null);
const drafts = { status, saveAsNew: async () => calls.push('saveAsNew') } as unknown as DraftSession;
const announcement = createAnnouncement();

type Conflicting = { kind: 'conflict'; base: ArticleContent; mine: ArticleContent; theirs: ContentVersion };
type Found = { kind: 'found'; found: FoundDraft; current: ContentVersion };
type Status = { kind: 'status'; state: SaveState };
type View = Conflicting | Found | Status | null;

const draw = (view: View) => {
  if (view?.kind === 'status') status.value = view.state;
  render(
    <SessionContext.Provider value={session}>
      <ApiContext.Provider value={api}>
        <SiteContext.Provider value={site}>
          <AnnouncementContext.Provider value={announcement}>
            <h1>Soạn bài</h1>
            {view?.kind === 'status' && (
              <SaveStatus drafts={drafts} now={now} onShowConflict={() => calls.push('showConflict')} />
            )}
            {view?.kind === 'conflict' && (
              <ConflictDialog
                open
                conflict={{ base: view.base, theirs: view.theirs }}
                mine={view.mine}
                user="lan"
                now={now}
                onResolve={report('resolve')}
                onClose={() => report('close')()}
              />
            )}
            {view?.kind === 'found' && (
              <FoundDraftDialog
                open
                found={view.found}
                current={view.current}
                now={now}
                onUse={() => report('use')()}
                onDiscard={() => report('discard')()}
                onPostpone={() => report('postpone')()}
              />
            )}
            <Announcer />
          </AnnouncementContext.Provider>
        </SiteContext.Provider>
      </ApiContext.Provider>
    </SessionContext.Provider>,
    main,
  );
};

Object.assign(globalThis, { draw, calls });
