import { type ReadonlySignal, signal } from '@preact/signals';
import { isRefusal, type OauthClient, type Tokens } from './oauth-client.ts';
import type { SessionChannel } from './session-channel.ts';
import { SessionEnded } from './session-ended.ts';
import { type User, userOf } from './user.ts';

/** `other-user`: somebody else has signed in to renew this session. */
export type SessionState = 'active' | 'ended' | 'other-user';

/** Milliseconds before its end at which an access token is refreshed: a request takes a while. */
const refreshAheadMs = 30_000;

type Dependencies = {
  oauth: OauthClient;
  channel: SessionChannel;
  clock: () => Date;
  newId: () => string;
  /** Opens an address in a new tab. */
  openTab: (url: string) => void;
  /** Leaves this page for an address. */
  leaveFor: (url: string) => void;
};

/** The session of this page. Its tokens are in memory alone, and refreshed as long as the page lives. */
export const createSession = (dependencies: Dependencies, user: User, first: Tokens) => {
  const { oauth, channel, clock, newId, openTab, leaveFor } = dependencies;
  const state = signal<SessionState>('active');
  let tokens = first;
  let refreshing: Promise<void> | null = null;
  let renewalId = '';

  const refresh = async () => {
    try {
      tokens = await oauth.refresh(tokens.refreshToken);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      state.value = 'ended';
      throw new SessionEnded({ cause: error });
    } finally {
      refreshing = null;
    }
  };

  channel.listen((message) => {
    if (message.kind === 'signed-out') {
      state.value = 'ended';
      tokens = { accessToken: '', refreshToken: '', expiresAtMs: 0 };
    }
    if (message.kind === 'renewed' && message.renewalId === renewalId) {
      const isSame = userOf(message.tokens.accessToken)?.name === user.name;
      if (isSame) tokens = message.tokens;
      state.value = isSame ? 'active' : 'other-user';
    }
  });

  return {
    user,
    state: state as ReadonlySignal<SessionState>,

    /** An access token that is valid for a while. Throws `SessionEnded`, or a TypeError when the sign-in could not be reached. */
    async token(): Promise<string> {
      if (state.value !== 'active') throw new SessionEnded();
      if (clock().getTime() > tokens.expiresAtMs - refreshAheadMs) {
        refreshing ??= refresh();
        await refreshing;
      }
      return tokens.accessToken;
    },

    /** Says that the API has refused the token: the next one is a new one. */
    rejectToken() {
      tokens = { ...tokens, expiresAtMs: 0 };
    },

    /** Ends the session in this page, which keeps what was typed. */
    end() {
      state.value = 'ended';
    },

    /** Opens a tab to sign in, which hands its tokens to this one. */
    renew() {
      renewalId = newId();
      openTab(`/quan-tri/?gia-han=${renewalId}`);
    },

    /** Ends this session, that of the managed login, and those of the other tabs. */
    async signOut(): Promise<void> {
      await oauth.revoke(tokens.refreshToken).catch((error) => {
        // The managed login's page says so if it cannot be reached either.
        if (!isRefusal(error) && !(error instanceof TypeError)) throw error;
      });
      channel.send({ kind: 'signed-out' });
      leaveFor(oauth.logoutUrl);
    },
  };
};
export type Session = ReturnType<typeof createSession>;
