import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameContent } from '../../../../../functions/console/browser/drafts/content-version.ts';
import {
  articleServer,
  type Fate,
  memoryDevice,
  openedVersion,
  openTab,
  type Revision,
  type Tab,
  wordsOf,
} from '../../../../support/draft-office.ts';
import { virtualTime } from '../../../../support/virtual-time.ts';

/** What happens in an office, in any order. `other` is somebody else on the same article. */
type PlainKind = 'type' | 'ask' | 'hide' | 'crash' | 'network' | 'login' | 'device' | 'other-saves';
type Action =
  | { kind: PlainKind }
  | { kind: 'wait'; ms: number }
  | { kind: 'fates'; fates: Fate[] }
  | { kind: 'other-steps'; state: 'draft' | 'in_review' | 'returned' | 'approved' | 'live' }
  | { kind: 'resolve'; keeps: 'mine' | 'theirs' | 'both' };

const plain = (...kinds: PlainKind[]) => fc.constantFrom(...kinds).map((kind): Action => ({ kind }));
const wait = fc
  .constantFrom(50, 400, 1_000, 1_900, 6_000, 31_000, 130_000)
  .map((ms): Action => ({ kind: 'wait', ms }));
const fate = fc.constantFrom<Fate>('ok', 'lost', 'unanswered', 401, 429, 500);
const fates = fc
  .array(fate, { minLength: 1, maxLength: 3 })
  .map((list): Action => ({ kind: 'fates', fates: list }));
const ownActions = [
  { weight: 5, arbitrary: plain('type') },
  { weight: 5, arbitrary: wait },
  { weight: 2, arbitrary: fates },
  { weight: 1, arbitrary: plain('ask', 'hide', 'crash', 'network', 'login', 'device') },
];
const othersActions = [
  { weight: 1, arbitrary: plain('other-saves') },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        'draft' as const,
        'in_review' as const,
        'returned' as const,
        'approved' as const,
        'live' as const,
      )
      .map((state): Action => ({ kind: 'other-steps', state })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('mine' as const, 'theirs' as const, 'both' as const)
      .map((keeps): Action => ({ kind: 'resolve', keeps })),
  },
];
const union = (...lists: string[][]) => [...new Set(lists.flat())];
const bodyOf = (words: string[]) => words.map((word) => `<p>${word}</p>`).join('');

/** Plays actions, and holds the rules of saving after each. */
const play = async (isNew: boolean, actions: readonly Action[]) => {
  const time = virtualTime(new Date('2026-11-28T07:00:00Z'));
  let acceptedAt = Number.NEGATIVE_INFINITY;
  /** Rules that a save has broken: an error thrown in the server would look like one of its replies. */
  const broken: unknown[] = [];
  const onRevision = (after: Revision, before: Revision | undefined) => {
    if (after.updatedBy !== 'lan' || !before) return;
    const words = wordsOf(after.content);
    const overwritten = wordsOf(before.content).filter((word) => !words.includes(word) && !givenUp.has(word));
    if (overwritten.length > 0) broken.push({ overwritten });
    const at = Date.parse(after.updatedAt);
    const isByItself = asked === null;
    if (isByItself && before.state !== 'draft' && before.state !== 'returned') broken.push(before.state);
    if (isByItself && at - acceptedAt < 30_000) broken.push({ msBetween: at - acceptedAt });
    acceptedAt = at;
    if (asked?.every((word) => words.includes(word))) asked = null;
  };
  const server = articleServer(time, onRevision);
  const device = memoryDevice();
  let lastId = 0;
  const newId = () => {
    lastId += 1;
    return `id-${lastId}`;
  };
  const opened = openedVersion(server);
  if (!isNew) server.save('id-0', opened.content, null, 'lan');
  const open = () => openTab({ time, server, device, user: 'lan' }, openedVersion(server), newId);
  let tab: Tab = open();
  let lastWord = 0;
  let typed: { word: string; at: number }[] = [];
  /** Words that somebody gave up by a choice between versions, or that a crash took within two seconds. */
  const givenUp = new Set<string>();
  /** What the form held when a save was asked for that is not done. */
  let asked: string[] | null = null;
  /** A crash left no record of what the tab had sent: the next tab cannot know the version on the server as its own. */
  let isSaveUnrecorded = false;
  /** Since when the device keeps what it is given. */
  let worksSince = Number.NEGATIVE_INFINITY;
  const now = () => time.clock().getTime();
  const serverWords = () => new Set(server.revisions.flatMap(({ content }) => wordsOf(content)));
  const deviceWords = () => new Set([...device.records.values()].flatMap(({ content }) => wordsOf(content)));

  const check = () => {
    expect(broken).toEqual([]);
    const { session, seen, form } = tab;
    expect(seen.mostRequestsAtOnce).toBeLessThanOrEqual(1);
    const { savedAt, isUnsaved, isAtRisk } = session.status.value;
    const saveTimes = server.revisions.map(({ updatedAt }) => Date.parse(updatedAt));
    if (savedAt !== null) expect(saveTimes).toContain(savedAt);
    // What is called saved is on the server, and what is called safe is there or on the device.
    const [onServer, onDevice] = [serverWords(), deviceWords()];
    for (const word of wordsOf(form.content)) {
      if (!isUnsaved) expect(onServer).toContain(word);
      if (!isAtRisk) expect([...onServer, ...onDevice]).toContain(word);
    }
    for (const { word, at } of typed) {
      if (givenUp.has(word) || onServer.has(word)) continue;
      const isOld = Math.max(at, worksSince) < now() - 2_000;
      if (isOld && !device.isBroken) expect(onDevice).toContain(word);
      else expect(wordsOf(form.content)).toContain(word);
    }
  };

  const ask = () => {
    const words = wordsOf(tab.form.content);
    asked = words;
    const done = () => {
      if (asked === words) asked = null;
    };
    // What fails for the network or the login is still asked for.
    tab.session.save().then(done, () => tab.session.conflict.value && done());
  };

  const crash = async () => {
    tab.kill();
    const [onServer, onDevice] = [serverWords(), deviceWords()];
    for (const { word } of typed) if (!onServer.has(word) && !onDevice.has(word)) givenUp.add(word);
    const mayRefuse = device.isBroken || now() < worksSince;
    await time.advance(500);
    asked = null;
    // The 30 s between saves are of one session.
    acceptedAt = Number.NEGATIVE_INFINITY;
    const current = server.current();
    const isRecorded = [...device.records.values()].some(({ base, sent, content }) =>
      [base?.content, sent, content].some(
        (known) => known && current && isSameContent(known, current.content),
      ),
    );
    if (mayRefuse && !isRecorded) isSaveUnrecorded = true;
    tab = open();
    await time.advance(10);
    if (!tab.session.found.value) return;
    const inForm = wordsOf(tab.form.content);
    tab.form.content = tab.session.useFound();
    // Whoever uses the draft has seen the server's version beside it; a changed one is merged.
    if (!tab.session.conflict.value) for (const word of inForm) givenUp.add(word);
  };

  const resolve = (keeps: 'mine' | 'theirs' | 'both') => {
    const { session, form } = tab;
    if (!session.conflict.value) return;
    const { theirs } = session.conflict.value;
    const [mine, other] = [wordsOf(form.content), wordsOf(theirs.content)];
    const chosen = { mine, theirs: other, both: union(other, mine) }[keeps];
    for (const word of union(mine, other)) if (!chosen.includes(word)) givenUp.add(word);
    for (const word of chosen) givenUp.delete(word);
    form.content = { ...form.content, body: bodyOf(chosen) };
    asked = chosen;
    session.resolve(form.content);
  };

  const act = async (action: Action) => {
    const { session, isOnline, sessionState } = tab;
    const current = server.current();
    switch (action.kind) {
      case 'type': {
        lastWord += 1;
        const word = `từ-${lastWord}`;
        typed = [...typed, { word, at: now() }];
        return tab.type(word);
      }
      case 'wait':
        return time.advance(action.ms);
      case 'fates':
        return void tab.fates.push(...action.fates);
      case 'ask':
        return ask();
      case 'hide':
        return session.leave();
      case 'crash':
        return crash();
      case 'network':
        isOnline.value = !isOnline.value;
        return;
      case 'login':
        sessionState.value = sessionState.value === 'active' ? 'ended' : 'active';
        return;
      case 'device':
        device.isBroken = !device.isBroken;
        // The device is tried again within ten seconds.
        worksSince = now() + 10_000;
        return;
      case 'other-saves': {
        lastWord += 1;
        const content = current && {
          ...current.content,
          body: `${current.content.body}<p>họ-${lastWord}</p>`,
        };
        return void (content && server.save(current.id, content, current.version, 'toan'));
      }
      case 'other-steps':
        return void server.step(action.state, 'toan');
      case 'resolve':
        return resolve(action.keeps);
    }
  };

  for (const action of actions) {
    await act(action);
    await time.advance(0);
    check();
  }

  // Everything works again, and somebody asks for a save.
  tab.isOnline.value = true;
  tab.sessionState.value = 'active';
  device.isBroken = false;
  tab.fates.length = 0;
  const hadConflict = tab.session.conflict.value !== null;
  resolve('both');
  for (let tries = 0; tries < 3 && tab.session.status.value.isUnsaved; tries += 1) {
    ask();
    await time.advance(130_000);
    resolve('both');
    await time.advance(20_000);
  }
  check();
  const onServer = new Set(wordsOf(server.current()?.content ?? opened.content));
  const inForm = wordsOf(tab.form.content);
  expect(inForm.filter((word) => !onServer.has(word))).toEqual([]);
  return { hadConflict, isSaveUnrecorded };
};

test('nothing typed is lost or overwritten, whatever fails', async () => {
  const actions = fc.array(fc.oneof(...ownActions, ...othersActions), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), actions, async (isNew, list) => {
      await play(isNew, list);
    }),
    { numRuns: 400 },
  );
});

test('somebody alone on an article meets no conflict, unless a tab crashed and the device had refused to record what it sent', async () => {
  const actions = fc.array(fc.oneof(...ownActions), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), actions, async (isNew, list) => {
      const { hadConflict, isSaveUnrecorded } = await play(isNew, list);
      expect(hadConflict && !isSaveUnrecorded).toBe(false);
    }),
    { numRuns: 400 },
  );
});
