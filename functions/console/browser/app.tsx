import { render } from 'preact';
import { Console } from './console.tsx';
import { readSettings } from './environment.ts';
import { Entrance } from './session/entrance.tsx';
import { oauthClient } from './session/oauth-client.ts';
import { createSession } from './session/session.ts';
import { sessionChannel } from './session/session-channel.ts';
import { beginSignIn, openSession, rememberSignOut } from './session/sign-in.ts';

const settings = readSettings(document);
const clock = () => new Date();
const storage = sessionStorage;
const channel = sessionChannel(new BroadcastChannel('cong-tin-session'));
const oauth = oauthClient({ settings, clock, redirectUri: `${location.origin}/quan-tri/` });
const leaveFor = (url: string) => location.assign(url);
const dependencies = { oauth, channel, storage, leaveFor };

const root = document.getElementById('app') as HTMLElement;
root.replaceChildren();

const opened = await openSession(dependencies, new URL(location.href));
if (opened.kind === 'signed-in') {
  // The code and the state leave the address and the history.
  history.replaceState(null, '', opened.returnTo);
  const session = createSession(
    {
      oauth,
      channel,
      clock,
      newId: () => crypto.randomUUID(),
      openTab: (url) => window.open(url, '_blank'),
      leaveFor: (url) => {
        rememberSignOut(storage);
        leaveFor(url);
      },
    },
    opened.user,
    opened.tokens,
  );
  render(<Console session={session} settings={settings} />, root);
} else {
  const onSignIn = () => beginSignIn(dependencies, { returnTo: '/quan-tri/' });
  render(<Entrance opened={opened} onSignIn={onSignIn} />, root);
  if (opened.kind === 'renewed') window.close();
}
