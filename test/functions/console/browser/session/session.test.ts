import { ResponseBodyError } from 'oauth4webapi';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OauthClient, Tokens } from '../../../../../functions/console/browser/session/oauth-client.ts';
import { createSession } from '../../../../../functions/console/browser/session/session.ts';
import type { SessionChannel } from '../../../../../functions/console/browser/session/session-channel.ts';
import { SessionEnded } from '../../../../../functions/console/browser/session/session-ended.ts';

const tokenOf = (username: string, n: number) =>
  [
    'e30',
    Buffer.from(JSON.stringify({ username, 'cognito:groups': ['editor'], n })).toString('base64url'),
    's',
  ].join('.');
const lifetimeMs = 900_000;
const refusal = () =>
  new ResponseBodyError('refused', {
    cause: { error: 'invalid_grant' },
    response: new Response(null, { status: 400 }),
  });

/** A session with an authorization server and a channel that a test can make fail and speak. */
const aSession = () => {
  let nowMs = 0;
  let refreshes = 0;
  let failure: Error | null = null;
  const heard: Parameters<SessionChannel['listen']>[0][] = [];
  const opened: string[] = [];
  const left: string[] = [];
  const sent: string[] = [];
  const tokens = (): Tokens => ({
    accessToken: tokenOf('lan', refreshes),
    refreshToken: `refresh-${refreshes}`,
    expiresAtMs: nowMs + lifetimeMs,
  });
  const oauth = {
    refresh: async () => {
      await null;
      if (failure) throw failure;
      refreshes += 1;
      return tokens();
    },
    revoke: async () => {
      if (failure) throw failure;
    },
    logoutUrl: 'https://login.example/logout',
  } as Partial<OauthClient> as OauthClient;
  const session = createSession(
    {
      oauth,
      channel: { send: ({ kind }) => void sent.push(kind), listen: (hear) => void heard.push(hear) },
      clock: () => new Date(nowMs),
      newId: () => 'renewal-1',
      openTab: (url) => void opened.push(url),
      leaveFor: (url) => void left.push(url),
    },
    { name: 'lan', role: 'editor' },
    tokens(),
  );
  return {
    session,
    opened,
    left,
    sent,
    refreshes: () => refreshes,
    pass: (ms: number) => {
      nowMs += ms;
    },
    fail: (error: Error | null) => {
      failure = error;
    },
    hear: (message: Parameters<(typeof heard)[number]>[0]) => {
      for (const listener of heard) listener(message);
    },
  };
};

let at: ReturnType<typeof aSession>;
beforeEach(() => {
  at = aSession();
});

test('refreshes an access token shortly before it expires, once for calls at the same time', async () => {
  const before = await at.session.token();
  at.pass(lifetimeMs - 31_000);
  expect(await at.session.token()).toBe(before);
  at.pass(2_000);
  const [first, second] = await Promise.all([at.session.token(), at.session.token()]);
  expect(first).not.toBe(before);
  expect(second).toBe(first);
  expect(at.refreshes()).toBe(1);
});

test('refreshes a token that the API has refused', async () => {
  const before = await at.session.token();
  at.session.rejectToken();
  expect(await at.session.token()).not.toBe(before);
});

test('goes on when the sign-in could not be reached, and ends when it refuses', async () => {
  at.session.rejectToken();
  at.fail(new TypeError('Failed to fetch'));
  await expect(at.session.token()).rejects.toThrow(TypeError);
  expect(at.session.state.value).toBe('active');
  at.fail(refusal());
  await expect(at.session.token()).rejects.toThrow(SessionEnded);
  expect(at.session.state.value).toBe('ended');
  at.fail(null);
  await expect(at.session.token()).rejects.toThrow(SessionEnded);
});

describe('renewal', () => {
  const renewed = (renewalId: string, username: string) =>
    at.hear({
      kind: 'renewed',
      renewalId,
      tokens: { accessToken: tokenOf(username, 9), refreshToken: 'r', expiresAtMs: lifetimeMs },
    });

  test('takes the tokens of the tab that it opened', async () => {
    at.session.end();
    at.session.renew();
    expect(at.opened).toEqual(['/quan-tri/?gia-han=renewal-1']);
    renewed('renewal-1', 'lan');
    expect(at.session.state.value).toBe('active');
    expect(await at.session.token()).toBe(tokenOf('lan', 9));
  });

  test("takes no tokens of another tab's renewal, nor of another person", async () => {
    at.session.end();
    at.session.renew();
    renewed('renewal-2', 'lan');
    expect(at.session.state.value).toBe('ended');
    renewed('renewal-1', 'minh');
    expect(at.session.state.value).toBe('other-user');
    await expect(at.session.token()).rejects.toThrow(SessionEnded);
  });
});

test('signs out by revoking, telling the other tabs, and leaving, even when the revocation fails', async () => {
  at.fail(new TypeError('Failed to fetch'));
  await at.session.signOut();
  expect([at.sent, at.left]).toEqual([['signed-out'], ['https://login.example/logout']]);
});

test('ends when another tab has signed out', async () => {
  at.hear({ kind: 'signed-out' });
  await expect(at.session.token()).rejects.toThrow(SessionEnded);
});
