import { signal } from '@preact/signals';
import { createStore } from 'idb-keyval';
import { ulid } from 'ulid';
import type { Api } from '../api/api-context.ts';
import type { Session } from '../session/session.ts';
import { deviceDrafts } from './device-drafts.ts';
import { draftPage } from './draft-page.ts';
import type { DraftDependencies } from './draft-session-types.ts';
import { draftTabs } from './draft-tabs.ts';

/** What draft sessions of this page need: made once for a session of the console. */
export const browserDrafts = (api: Api, session: Session): DraftDependencies => {
  const isOnline = signal(navigator.onLine);
  const setOnline = () => {
    isOnline.value = navigator.onLine;
  };
  window.addEventListener('online', setOnline);
  window.addEventListener('offline', setOnline);
  const clock = () => new Date();
  return {
    api,
    device: deviceDrafts(createStore('cong-tin', 'drafts'), session.user.name),
    tabs: draftTabs(new BroadcastChannel('cong-tin-drafts'), navigator.locks),
    page: draftPage(document, window),
    clock,
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    newId: () => ulid().toLowerCase(),
    user: session.user.name,
    isOnline,
    sessionState: session.state,
  };
};
