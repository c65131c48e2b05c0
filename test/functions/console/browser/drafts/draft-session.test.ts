import { describe, expect, test } from 'vitest';
import {
  articleServer,
  emptyContent,
  memoryDevice,
  openedVersion,
  openTab,
  wordsOf,
} from '../../../../support/draft-office.ts';
import { virtualTime } from '../../../../support/virtual-time.ts';

const start = new Date('2026-11-28T07:00:00Z');
const seconds = 1_000;

/** An office with one article in a state, or none, and a tab of "lan" on it. */
const office = (state?: Parameters<ReturnType<typeof articleServer>['step']>[0]) => {
  const time = virtualTime(start);
  const server = articleServer(time);
  const device = memoryDevice();
  let lastId = 0;
  const newId = () => {
    lastId += 1;
    return `id-${lastId}`;
  };
  if (state) {
    server.save('id-0', emptyContent, null, 'lan');
    if (state !== 'draft') server.step(state, 'lan');
  }
  const open = (user = 'lan') => openTab({ time, server, device, user }, openedVersion(server), newId);
  return { time, server, device, open };
};

describe('a draft', () => {
  test('is on the device within two seconds of typing, and on the server after a pause', async () => {
    const { time, server, device, open } = office('draft');
    const tab = open();
    tab.type('một');
    await time.advance(1_200);
    expect([...device.records.values()].map(({ content }) => wordsOf(content))).toEqual([['một']]);
    expect(tab.session.status.value).toMatchObject({ isUnsaved: true, isAtRisk: false, savesByItself: true });
    expect(server.revisions).toHaveLength(1);
    await time.advance(30 * seconds);
    expect(server.revisions.map(({ action }) => action)).toEqual(['create', 'save']);
    expect(tab.session.status.value).toMatchObject({ isUnsaved: false, keptAt: null });
    expect(device.records.size).toBe(0);
  });

  test('is saved at most every 30 s, and at least every 2 min, while somebody types without a pause', async () => {
    const { time, server, open } = office('draft');
    const tab = open();
    for (let n = 0; n < 400; n += 1) {
      tab.type(`từ ${n}`);
      await time.advance(1 * seconds);
    }
    expect(server.revisions.length - 1).toBe(3);
  });

  test.each(['in_review', 'approved', 'scheduled', 'live', 'withdrawn'] as const)(
    'that is %s goes to the server only when asked',
    async (state) => {
      const { time, server, device, open } = office(state);
      const tab = open('duyet');
      tab.type('sửa');
      await time.advance(600 * seconds);
      expect(server.current()?.action).toBe('step');
      expect(device.records.size).toBe(1);
      expect(tab.session.status.value).toMatchObject({ savesByItself: false, isAtRisk: false });
      const saving = tab.session.save();
      await time.advance(1 * seconds);
      expect(await saving).toEqual({ id: 'id-0', version: 3 });
      expect(device.records.size).toBe(0);
    },
  );

  test('is not saved again when there is nothing new: an approval stays', async () => {
    const { time, server, open } = office('approved');
    const tab = open('duyet');
    expect(await tab.session.save()).toEqual({ id: 'id-0', version: 2 });
    const step = tab.session.step(async ({ version }) => {
      expect(version).toBe(2);
      const after = server.step('live', 'duyet');
      return after && server.replyOf(after);
    });
    await time.advance(1 * seconds);
    expect((await step)?.state).toBe('live');
    expect(server.revisions.map(({ state }) => state)).toEqual(['draft', 'approved', 'live']);
  });

  test('that is new is created once, although the reply is lost', async () => {
    const { time, server, open } = office();
    const tab = open();
    tab.fates.push('unanswered');
    tab.type('một');
    await time.advance(31 * seconds);
    tab.type('hai');
    expect(server.revisions).toHaveLength(1);
    await time.advance(90 * seconds);
    expect(tab.session.conflict.value).toBe(null);
    expect(server.revisions.map(({ action, content }) => [action, wordsOf(content)])).toEqual([
      ['create', ['một']],
      ['save', ['một', 'hai']],
    ]);
    expect(tab.session.current.value.id).toBe(server.current()?.id);
  });

  test('without a title stays on the device and asks nothing of the server', async () => {
    const { time, server, device, open } = office();
    const tab = open();
    tab.form.content = { ...emptyContent, title: ' ' };
    tab.type('một');
    await time.advance(60 * seconds);
    expect(server.revisions).toHaveLength(0);
    expect(device.records.size).toBe(1);
    expect(tab.session.status.value.failure?.kind).toBe('incomplete');
    tab.form.content = { ...tab.form.content, title: 'Có tiêu đề' };
    tab.session.touched();
    await time.advance(60 * seconds);
    expect(server.revisions).toHaveLength(1);
  });
});

describe('a request that fails', () => {
  test('for a lost reply is sent again as it was, and is nobody else’s change', async () => {
    const { time, server, open } = office('draft');
    const tab = open();
    tab.fates.push('unanswered', 'lost', 'unanswered');
    tab.type('một');
    const saving = tab.session.save();
    const refused = expect(saving).rejects.toThrow('Failed to fetch');
    await time.advance(1 * seconds);
    await refused;
    tab.type('hai');
    await time.advance(120 * seconds);
    expect(tab.session.conflict.value).toBe(null);
    expect(server.revisions.map(({ content }) => wordsOf(content))).toEqual([[], ['một'], ['một', 'hai']]);
    expect(tab.session.status.value).toMatchObject({ isUnsaved: false, failure: null });
  });

  test.each([401, 429, 500, 'lost'] as const)(
    'with %s is asked for once and sent by itself later',
    async (fate) => {
      const { time, server, open } = office('live');
      const tab = open('duyet');
      tab.fates.push(fate);
      tab.type('đính chính');
      const saving = tab.session.save();
      const refused = expect(saving).rejects.toThrow();
      await time.advance(1 * seconds);
      await refused;
      expect(tab.session.status.value).toMatchObject({ isUnsaved: true, savesByItself: true });
      if (fate === 401) tab.sessionState.value = 'ended';
      await time.advance(20 * seconds);
      expect(server.revisions).toHaveLength(fate === 401 ? 2 : 3);
      tab.sessionState.value = 'active';
      await time.advance(2 * seconds);
      expect(server.revisions).toHaveLength(3);
    },
  );

  test('while offline waits for the network', async () => {
    const { time, server, open } = office('draft');
    const tab = open();
    tab.isOnline.value = false;
    tab.type('một');
    await time.advance(90 * seconds);
    expect(tab.session.status.value).toMatchObject({ isUnsaved: true, isAtRisk: false, savesByItself: true });
    tab.isOnline.value = true;
    await time.advance(1 * seconds);
    expect(wordsOf(server.current()?.content ?? emptyContent)).toEqual(['một']);
  });

  test('while the session has ended waits for the sign-in, and typing goes on', async () => {
    const { time, server, device, open } = office('draft');
    const tab = open();
    tab.sessionState.value = 'ended';
    tab.type('một');
    await time.advance(60 * seconds);
    tab.type('hai');
    await time.advance(2 * seconds);
    expect([...device.records.values()].map(({ content }) => wordsOf(content))).toEqual([['một', 'hai']]);
    tab.sessionState.value = 'active';
    await time.advance(30 * seconds);
    expect(wordsOf(server.current()?.content ?? emptyContent)).toEqual(['một', 'hai']);
  });

  test('because the article was deleted keeps the draft, which can become a new article', async () => {
    const { time, server, device, open } = office('draft');
    const tab = open();
    server.revisions.length = 0;
    tab.type('một');
    await time.advance(40 * seconds);
    expect(tab.session.status.value.failure?.kind).toBe('missing');
    expect(device.records.size).toBe(1);
    const saving = tab.session.saveAsNew();
    await time.advance(2 * seconds);
    expect((await saving).version).toBe(1);
    expect(server.current()?.id).not.toBe('id-0');
    expect(device.records.size).toBe(0);
  });
});

describe('a device that refuses', () => {
  test('does not stop the session: the server gets the draft sooner, and leaving is asked about', async () => {
    const { time, server, device, open } = office('draft');
    device.isBroken = true;
    const tab = open();
    tab.type('một');
    await time.advance(2 * seconds);
    expect(tab.session.status.value).toMatchObject({ deviceProblem: 'full', isAtRisk: true });
    expect(tab.seen.asksBeforeLeaving).toBe(true);
    await time.advance(4 * seconds);
    expect(server.revisions).toHaveLength(2);
    expect(tab.seen.asksBeforeLeaving).toBe(false);
    device.isBroken = false;
    tab.type('hai');
    await time.advance(12 * seconds);
    expect(tab.session.status.value.deviceProblem).toBe(null);
  });

  test('cannot record what was sent before a crash: the next tab shows both versions, and loses neither', async () => {
    const { time, server, device, open } = office('draft');
    const first = open();
    first.type('một');
    await time.advance(2 * seconds);
    device.isBroken = true;
    first.type('hai');
    first.session.save();
    await time.advance(0);
    first.kill();
    await time.advance(1 * seconds);
    expect(wordsOf(server.current()?.content ?? emptyContent)).toEqual(['một', 'hai']);
    const second = open();
    await time.advance(1 * seconds);
    second.form.content = second.session.useFound();
    expect(wordsOf(second.form.content)).toEqual(['một']);
    expect(second.session.conflict.value?.theirs.content).toEqual(server.current()?.content);
    await time.advance(300 * seconds);
    expect(server.revisions).toHaveLength(2);
  });

  test('still has the server save at most every 30 s', async () => {
    const { time, server, device, open } = office('draft');
    device.isBroken = true;
    const tab = open();
    for (let n = 0; n < 12; n += 1) {
      tab.type(`từ ${n}`);
      await time.advance(10 * seconds);
    }
    const times = server.revisions.slice(1).map(({ updatedAt }) => Date.parse(updatedAt));
    expect(times.length).toBeGreaterThan(2);
    for (const [index, at] of times.slice(1).entries()) {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(30 * seconds);
    }
  });
});

describe('two people on one article', () => {
  test('the second sees both versions, and saves on top of the first', async () => {
    const { time, server, open } = office('draft');
    const [lan, toan] = [open('lan'), open('toan')];
    lan.type('của Lan');
    await time.advance(31 * seconds);
    toan.type('của Toàn');
    await time.advance(31 * seconds);
    expect(lan.session.conflict.value).toBe(null);
    expect(toan.session.conflict.value).toMatchObject({ theirs: { version: 2, updatedBy: 'lan' } });
    await expect(toan.session.save()).rejects.toMatchObject({ status: 412 });
    await time.advance(300 * seconds);
    expect(server.revisions).toHaveLength(2);
    toan.form.content = { ...emptyContent, body: '<p>của Lan</p><p>của Toàn</p>' };
    toan.session.resolve(toan.form.content);
    await time.advance(1 * seconds);
    expect(server.current()).toMatchObject({ version: 3, updatedBy: 'toan', content: toan.form.content });
    expect(toan.session.conflict.value).toBe(null);
  });

  test('a step without a change of the content is no conflict', async () => {
    const { time, server, open } = office('draft');
    const tab = open('duyet');
    tab.type('sửa');
    server.step('scheduled', 'toan');
    server.step('live', 'toan');
    const saving = tab.session.save();
    await time.advance(2 * seconds);
    expect((await saving).version).toBe(4);
  });

  test('an approval is not voided unseen', async () => {
    const { time, server, open } = office('in_review');
    const tab = open('duyet');
    tab.type('sửa');
    server.step('approved', 'toan');
    await Promise.all([
      expect(tab.session.save()).rejects.toMatchObject({ status: 412 }),
      time.advance(1_000),
    ]);
    expect(tab.session.conflict.value?.theirs.state).toBe('approved');
    expect(server.current()?.state).toBe('approved');
  });
});

describe('a draft that was left behind', () => {
  test('is shown before it is used, and goes when the new session has it', async () => {
    const { time, server, device, open } = office('in_review');
    const first = open('duyet');
    first.type('một');
    await time.advance(2 * seconds);
    first.kill();
    const second = open('duyet');
    await time.advance(1 * seconds);
    expect(second.session.found.value).toMatchObject({ isReadable: true, base: { version: 2 } });
    expect(second.form.content.body).toBe('');
    second.form.content = second.session.useFound();
    await time.advance(100);
    expect(device.records.size).toBe(1);
    await time.advance(2 * seconds);
    expect([...device.records.keys()]).toHaveLength(1);
    expect(second.session.conflict.value).toBe(null);
    const saving = second.session.save();
    await time.advance(1 * seconds);
    await saving;
    expect(wordsOf(server.current()?.content ?? emptyContent)).toEqual(['một']);
  });

  test('brings a conflict when the article was changed since', async () => {
    const { time, server, open } = office('draft');
    const first = open();
    first.type('của tôi');
    await time.advance(2 * seconds);
    first.kill();
    server.save('id-0', { ...emptyContent, body: '<p>của họ</p>' }, 1, 'toan');
    const second = open();
    await time.advance(1 * seconds);
    second.form.content = second.session.useFound();
    expect(second.session.conflict.value).toMatchObject({ base: emptyContent, theirs: { version: 2 } });
    await time.advance(300 * seconds);
    expect(server.revisions).toHaveLength(2);
  });

  test('names what was sent while an older record was being written', async () => {
    const { time, open } = office('draft');
    const first = open();
    first.type('một');
    await time.advance(1 * seconds);
    // The device takes 100 ms for the record of the first word.
    first.type('hai');
    first.session.save();
    await time.advance(0);
    first.kill();
    await time.advance(1 * seconds);
    const second = open();
    await time.advance(1 * seconds);
    expect(second.session.found.value).toBe(null);
    expect(wordsOf(second.form.content)).toEqual(['một', 'hai']);
    expect(second.session.conflict.value).toBe(null);
  });

  test('is no conflict with what this person’s own tab sent before it died', async () => {
    const { time, server, open } = office('draft');
    const first = open();
    first.type('một');
    await time.advance(2 * seconds);
    first.fates.push('unanswered');
    first.session.save().catch(() => {});
    first.type('hai');
    await time.advance(2 * seconds);
    expect(server.revisions).toHaveLength(2);
    first.kill();
    const second = open();
    await time.advance(1 * seconds);
    second.form.content = second.session.useFound();
    expect(second.session.conflict.value).toBe(null);
    await time.advance(40 * seconds);
    expect(wordsOf(server.current()?.content ?? emptyContent)).toEqual(['một', 'hai']);
  });

  test('of a new article keeps its id, so that it is created once', async () => {
    const { time, server, device, open } = office();
    const first = open();
    first.fates.push('unanswered');
    first.type('một');
    await time.advance(31 * seconds);
    first.type('hai');
    await time.advance(2 * seconds);
    first.kill();
    expect(server.revisions).toHaveLength(1);
    const second = openTab(
      { time, server, device, user: 'lan' },
      { id: null, version: null, state: 'draft', content: emptyContent },
      () => 'id-9',
    );
    await time.advance(1 * seconds);
    second.form.content = second.session.useFound();
    await time.advance(90 * seconds);
    expect(server.revisions.map(({ content }) => wordsOf(content))).toEqual([['một'], ['một', 'hai']]);
    expect(new Set(server.revisions.map(({ id }) => id)).size).toBe(1);
    expect(device.records.size).toBe(0);
  });

  test('is not shown when the server has it, and can be discarded or left for later', async () => {
    const { time, device, open } = office('in_review');
    const tab = open('duyet');
    tab.type('một');
    await time.advance(2 * seconds);
    tab.kill();
    const postponing = open('duyet');
    await time.advance(1 * seconds);
    postponing.session.postponeFound();
    expect(postponing.session.found.value).toBe(null);
    expect(device.records.size).toBe(1);
    const discarding = open('duyet');
    await time.advance(1 * seconds);
    discarding.session.discardFound();
    await time.advance(1 * seconds);
    expect(device.records.size).toBe(0);
  });
});

test('ends with everything on the device', async () => {
  const { time, device, open } = office('in_review');
  const tab = open('duyet');
  tab.type('một');
  const stopped = tab.session.stop();
  await time.advance(200);
  await stopped;
  expect([...device.records.values()].map(({ content }) => wordsOf(content))).toEqual([['một']]);
  expect(tab.seen.asksBeforeLeaving).toBe(false);
});
