import * as z from 'zod/mini';
import { isRefusal, type OauthClient, type Tokens } from './oauth-client.ts';
import type { SessionChannel } from './session-channel.ts';
import { type User, userOf } from './user.ts';

/** What a page finds when it opens. */
export type Opened =
  | { kind: 'signed-in'; user: User; tokens: Tokens; returnTo: string }
  /** The browser is on its way to the sign-in. */
  | { kind: 'leaving' }
  /** This tab has renewed the session of another. */
  | { kind: 'renewed' }
  | { kind: 'signed-out' }
  | { kind: 'failed'; reason: 'refused' | 'unreachable' | 'no-role' };

/** Kept in the tab's storage while the browser is at the sign-in. It holds no token. */
const pending = z.object({
  state: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  renewalId: z.string(),
});
const pendingKey = 'cong-tin-sign-in';
const signedOutKey = 'cong-tin-signed-out';

type Dependencies = {
  oauth: OauthClient;
  channel: SessionChannel;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  leaveFor: (url: string) => void;
};

/** Opens a session at an address: comes back from the sign-in, or goes there. */
export const openSession = async (dependencies: Dependencies, address: URL): Promise<Opened> => {
  const { storage } = dependencies;
  const isBack = address.searchParams.has('code') || address.searchParams.has('error');
  const stored = takePending(storage);
  if (isBack && stored) return finishSignIn(dependencies, address, stored);
  if (storage.getItem(signedOutKey) !== null) {
    storage.removeItem(signedOutKey);
    return { kind: 'signed-out' };
  }
  return beginSignIn(dependencies, {
    returnTo: isBack ? '/quan-tri/' : address.pathname + address.search + address.hash,
    renewalId: address.searchParams.get('gia-han') ?? '',
  });
};

/** Goes to the sign-in, to come back to an address of the console. */
export const beginSignIn = async (
  { oauth, storage, leaveFor }: Dependencies,
  { returnTo, renewalId = '' }: { returnTo: string; renewalId?: string },
): Promise<Opened> => {
  const { request, url } = await oauth.begin();
  storage.setItem(pendingKey, JSON.stringify({ ...request, returnTo, renewalId }));
  leaveFor(url);
  return { kind: 'leaving' };
};

/** Remembers that the next page of this tab is not to go to the sign-in by itself. */
export const rememberSignOut = (storage: Pick<Storage, 'setItem'>) => storage.setItem(signedOutKey, '1');

const finishSignIn = async (
  { oauth, channel }: Dependencies,
  address: URL,
  { returnTo, renewalId, ...request }: z.infer<typeof pending>,
): Promise<Opened> => {
  try {
    const tokens = await oauth.finish(address, request);
    const user = userOf(tokens.accessToken);
    if (!user) return { kind: 'failed', reason: 'no-role' };
    if (renewalId === '') return { kind: 'signed-in', user, tokens, returnTo };
    channel.send({ kind: 'renewed', renewalId, tokens });
    return { kind: 'renewed' };
  } catch (error) {
    if (isRefusal(error)) return { kind: 'failed', reason: 'refused' };
    if (error instanceof TypeError) return { kind: 'failed', reason: 'unreachable' };
    throw error;
  }
};

const takePending = (storage: Dependencies['storage']) => {
  const text = storage.getItem(pendingKey);
  storage.removeItem(pendingKey);
  if (text === null) return null;
  const parsed = pending.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
};
