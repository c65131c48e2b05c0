import { createStore } from 'idb-keyval';
import {
  deviceDrafts,
  deviceProblemOf,
} from '../../../../../functions/console/browser/drafts/device-drafts.ts';
import { draftPage } from '../../../../../functions/console/browser/drafts/draft-page.ts';
import { draftTabs } from '../../../../../functions/console/browser/drafts/draft-tabs.ts';

const store = createStore('cong-tin', 'drafts');
const tabs = draftTabs(new BroadcastChannel('cong-tin-drafts'), navigator.locks);
const page = draftPage(document, window);
/** What was heard and called, in order. */
const heard: unknown[] = [];
tabs.onSaved((saved) => heard.push(saved));
page.onLeave(() => heard.push('leave'));

Object.assign(globalThis, {
  heard,
  tabs,
  page,
  device: (user: string) => deviceDrafts(store, user),
  /** Writes anything where a draft is expected. */
  put: (user: string, draftId: string, value: unknown) =>
    store('readwrite', (objects) => {
      objects.put(value, [user, draftId]);
    }),
  problemOf: (keeping: Promise<void>) => keeping.then(() => null, deviceProblemOf),
  heldDrafts: async () => [...(await tabs.held())],
});
