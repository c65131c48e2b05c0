import { type ReadonlySignal, signal } from '@preact/signals';
import { createStore } from 'idb-keyval';
import { useEffect, useMemo } from 'preact/hooks';
import { ulid } from 'ulid';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { useApi } from '../api/api-context.ts';
import type { ContentVersion, NewArticle } from '../drafts/content-version.ts';
import { deviceDrafts } from '../drafts/device-drafts.ts';
import { draftPage } from '../drafts/draft-page.ts';
import { createDraftSession } from '../drafts/draft-session.ts';
import type { DraftSession } from '../drafts/draft-session-types.ts';
import { draftTabs } from '../drafts/draft-tabs.ts';
import { useSession } from '../session/session-context.ts';

/** A session of editing that lives as long as the component. */
export const useDraftSession = (
  opened: ContentVersion | NewArticle,
  read: () => ArticleContent,
): DraftSession => {
  const api = useApi();
  const { user, state } = useSession();
  const { session, end } = useMemo(() => {
    const channel = new BroadcastChannel('cong-tin-drafts');
    const network = onlineSignal();
    const session = createDraftSession(
      {
        api,
        device: deviceDrafts(createStore('cong-tin-drafts', 'drafts'), user.name),
        tabs: draftTabs(channel, navigator.locks),
        page: draftPage(document, window),
        clock: () => new Date(),
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        newId: () => ulid().toLowerCase(),
        user: user.name,
        isOnline: network.isOnline,
        sessionState: state,
      },
      opened,
      read,
    );
    const end = async () => {
      await session.stop();
      network.stop();
      channel.close();
    };
    return { session, end };
  }, []);
  useEffect(
    () => () => {
      end();
    },
    [],
  );
  return session;
};

/** Whether the browser has a network, as far as it knows. */
const onlineSignal = (): { isOnline: ReadonlySignal<boolean>; stop: () => void } => {
  const isOnline = signal(navigator.onLine);
  const update = () => {
    isOnline.value = navigator.onLine;
  };
  addEventListener('online', update);
  addEventListener('offline', update);
  return {
    isOnline,
    stop() {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    },
  };
};
