import { randomUUID } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitsScript } from '../../../shared/pages/scripts.ts';
import { virtualTime } from '../../support/virtual-time.ts';

type Reply = 'answered' | 'lost' | 'dropped' | 'refused';
type Beacon = { visit: string; articles: string[] };

/** A browser whose tabs share a storage, and a server that has each article of a visit once. `reply` is what becomes of the next beacons. */
const aBrowser = () => {
  const time = virtualTime(new Date('2026-11-24T05:00:00Z'));
  const storage: { visit?: string } = {};
  const reads = new Map<string, Set<string>>();
  const network = { reply: 'answered' as Reply, beacons: 0 };

  const fetchBeacon = async (_: string, { body }: { body: string }) => {
    network.beacons += 1;
    const { reply } = network;
    if (reply === 'dropped') throw new TypeError('Failed to fetch');
    if (reply === 'refused') return { ok: false, status: 503 };
    const { visit, articles } = JSON.parse(body) as Beacon;
    reads.set(visit, new Set([...(reads.get(visit) ?? []), ...articles]));
    if (reply === 'lost') throw new TypeError('Failed to fetch');
    return { ok: true, json: async () => ({}) };
  };

  /** Opens a page in a tab of its own. A killed one runs nothing any more. */
  const open = (article?: string) => {
    const listeners: Record<string, ((event: object) => void)[]> = {};
    let isAlive = true;
    const document = {
      visibilityState: 'visible',
      addEventListener: (name: string, listen: (event: object) => void) => {
        listeners[name] = [...(listeners[name] ?? []), listen];
      },
      querySelector: () => ({
        dataset: { article },
        querySelectorAll: () => [],
        querySelector: () => ({ textContent: '0' }),
      }),
    };
    const fire = (name: string, event = {}) => {
      if (isAlive) for (const listen of listeners[name] ?? []) listen(event);
    };
    const globals = {
      document,
      localStorage: storage,
      location: { host: 'site' },
      crypto: { randomUUID },
      fetch: fetchBeacon,
      Date: { now: () => time.clock().getTime() },
      setTimeout: (run: (left?: number) => void, ms: number, left?: number) =>
        time.later(() => isAlive && run(left), ms),
    };
    runInContext(visitsScript, createContext(globals));
    const become = (state: 'visible' | 'hidden') => {
      if (document.visibilityState === state) return;
      document.visibilityState = state;
      fire('visibilitychange');
    };
    return {
      hide: () => become('hidden'),
      show: () => become('visible'),
      followLink: () => fire('click', { target: { closest: () => ({ host: 'site' }) } }),
      kill() {
        isAlive = false;
      },
    };
  };
  return { time, open, reads, network };
};
type Browser = ReturnType<typeof aBrowser>;

/** What a reader does in one of three tabs, what becomes of the beacons that it causes, and how long it takes. */
const step = fc.record({
  tab: fc.nat(2),
  action: fc.constantFrom('open', 'open', 'followLink', 'hide', 'show', 'kill'),
  article: fc.nat(8),
  seconds: fc.nat(70),
  reply: fc.constantFrom<Reply>('answered', 'answered', 'lost', 'dropped', 'refused'),
});
const steps = fc.array(step, { maxLength: 25 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does what a reader does, and ends with an intact network. Returns the articles of the pages that were opened. */
const browse = async ({ time, open, network }: Browser, actions: readonly Step[]): Promise<string[]> => {
  const opened: string[] = [];
  const tabs: ReturnType<Browser['open']>[] = [];
  for (const { tab, action, article, seconds, reply } of actions) {
    network.reply = reply;
    const page = tabs[tab];
    if (action === 'open') {
      page?.hide();
      page?.kill();
      tabs[tab] = open(`article-${article}`);
      opened.push(`article-${article}`);
    } else page?.[action as 'followLink' | 'hide' | 'show' | 'kill']();
    await time.advance(seconds * 1000);
  }
  network.reply = 'answered';
  return opened;
};

test('every article opened in a visit arrives, whatever tabs, links, lost replies and killed pages do', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (actions) => {
      const browser = aBrowser();
      const opened = await browse(browser, actions);
      // A page of the same visit sends what is left.
      browser.open();
      await browser.time.advance(6 * 60_000);
      browser.open();
      await browser.time.advance(1_000);
      const arrived = [...browser.reads.values()];
      expect(arrived).toHaveLength(1);
      expect([...(arrived[0] ?? [])].sort()).toEqual([...new Set(opened)].sort());
    }),
    { numRuns: 150 },
  );
});

test('no article arrives more often than it was opened, over several visits', async () => {
  const times = (list: readonly string[], article: string) => list.filter((id) => id === article).length;
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 3 }), async (visits) => {
      const browser = aBrowser();
      const opened: string[] = [];
      for (const actions of visits) {
        opened.push(...(await browse(browser, actions)));
        await browser.time.advance(31 * 60_000);
      }
      const arrived = [...browser.reads.values()].flatMap((articles) => [...articles]);
      for (const article of arrived) {
        expect(times(arrived, article)).toBeLessThanOrEqual(times(opened, article));
      }
    }),
    { numRuns: 100 },
  );
});

test('a visit of ten articles that follows links has two beacons', async () => {
  const { time, open, network, reads } = aBrowser();
  let page = open('article-0');
  for (let n = 1; n <= 9; n += 1) {
    await time.advance(20_000);
    page.followLink();
    page.hide();
    page.kill();
    page = open(`article-${n}`);
  }
  expect(network.beacons).toBe(1);
  page.hide();
  await time.advance(1_000);
  page.show();
  page.hide();
  expect([network.beacons, [...reads.values()][0]?.size]).toEqual([2, 10]);
});
