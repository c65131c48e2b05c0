import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { choosePortal, firstStackId } from '../../../infra/local/choose-portal.ts';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { type PortalOptions, startPortal } from '../../../infra/local/portal.ts';
import { ofType, readTemplate } from '../../../infra/local/template/template.ts';
import { portals } from '../../../infra/stages.ts';
import { dynamodbClient } from '../../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../../shared/table/table-store.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import { type ArticleReadsStore, articleReadsStore } from '../../../shared/visits/article-reads-store.ts';
import { addCounts, type Counts, sumByKey } from '../../../shared/visits/counts.ts';
import { beaconArticleLimit } from '../../../shared/visits/visit.ts';
import { type Fault, faultProxy } from '../../support/fault-proxy.ts';
import { reader } from '../../support/reader.ts';
import { staffApi } from '../../support/staff-api.ts';

/** Concurrent browsers. */
const browserCount = 64;
/** Answered beacons between two crashes of the function's thread, which interrupt all its requests. */
const answersPerCrash = 60;
/** Faults that a seed draws; calls take them in turn, over and over. */
const faultCycleLength = 997;
/** Longest pause of a browser before it repeats a beacon, in milliseconds. */
const maxRepeatDelayMs = 300;

const faults = ['dropBefore', 'dropAfter', 'delay', 'duplicate', 'throttle', 'conflict'] as const;
const anyFault = fc.oneof(
  { weight: 70, arbitrary: fc.constant<Fault>('none') },
  ...faults.map((fault) => ({ weight: 5, arbitrary: fc.constant<Fault>(fault) })),
);
/** Articles that visits of a run read. */
const articleCount = 12;
/** A visit, and the beacons that its tabs send at once, retries not counted: each the articles that it reports, by their numbers. */
const visitOf = fc.record({
  visit: fc.uuid({ version: 4 }),
  beacons: fc.array(fc.array(fc.nat(articleCount - 1), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  }),
});

/**
 * The result of a run. `lost` and `double` are visits, `lostReads` and `doubleReads` reads of articles, each article's by itself; the
 * naive counter counted the same number of visits under the same faults.
 */
export type FaultRun = {
  seed: number;
  visits: number;
  beacons: number;
  faults: Record<string, number>;
  crashes: number;
  lost: number;
  double: number;
  reads: number;
  lostReads: number;
  doubleReads: number;
  /** Beacons whose articles could not be looked up. Their reads are left out on purpose, and reported again at the end. */
  failedLookups: number;
  naiveLost: number;
  naiveDouble: number;
};

/** The stack with a faulty network before its table, and a naive counter beside the portal's. */
export const startFaultyPortal = async (options: Pick<PortalOptions, 'templateDirectory'>) => {
  const proxy = faultProxy();
  let engineUrl = '';
  const portal = await startPortal({
    ...options,
    port: 0,
    isThrottled: false,
    dynamodbProxy: async (url) => {
      engineUrl = await proxy.start(url);
      return engineUrl;
    },
  });
  const template = await readTemplate(`${options.templateDirectory}/${firstStackId()}.template.json`);
  const tables = ofType(template, 'AWS::DynamoDB::GlobalTable').map(({ id }) => id);
  const tableName = tables.find((id) => id.startsWith('Visits')) ?? '';
  const naive = naiveCounter(engineUrl, tableName);
  const table = connectTable(tableName, dynamodbClient({ endpoint: engineUrl, ...localCredentials }));
  const store = articleReadsStore(table, choosePortal(portals).site);
  const { published } = staffApi(portal);
  const articles: string[] = [];
  for (let n = 0; n < articleCount; n += 1) articles.push((await published({ title: `Bài số ${n}` })).id);
  return {
    run: (seed: number, visits: number) => faultRun({ portal, proxy, naive, store, articles }, seed, visits),
    async close() {
      await portal.close();
      proxy.stop();
    },
  };
};

/** A naive counter: it adds one with `ADD`. Callers retry on failure, which counts twice when only the reply was lost. */
const naiveCounter = (endpoint: string, TableName: string) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, ...localCredentials }));
  const Key = { pk: 'naive', sk: 'naive' };
  return {
    add: () =>
      client.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'ADD visits :one',
          ExpressionAttributeValues: { ':one': 1 },
        }),
      ),
    total: async () => Number((await client.send(new GetCommand({ TableName, Key }))).Item?.visits ?? 0),
  };
};

type FaultyPortal = {
  portal: Awaited<ReturnType<typeof startPortal>>;
  proxy: ReturnType<typeof faultProxy>;
  naive: ReturnType<typeof naiveCounter>;
  store: ArticleReadsStore;
  articles: readonly string[];
};

const faultRun = async (
  { portal, proxy, naive, store, articles }: FaultyPortal,
  seed: number,
  visits: number,
): Promise<FaultRun> => {
  const drawn = fc.sample(visitOf, { seed, numRuns: visits });
  const queue = [...drawn];
  const faultCycle = fc.sample(anyFault, { seed, numRuns: faultCycleLength });
  const injected: Record<string, number> = {};
  const expectedReads = sumByKey(
    drawn.flatMap(({ beacons }) => [...new Set(beacons.flat())].map((n) => [articles[n] ?? '', 1] as const)),
  );
  const failedLookups = () =>
    portal.functionLogs().filter((line) => line.includes('could not be looked up')).length;
  const before = {
    failedLookups: failedLookups(),
    counted: await countedSinceYesterday(portal),
    reads: await readsSinceYesterday(store),
    naive: await naive.total(),
  };
  let beacons = 0;
  let answers = 0;
  let crashes = 0;

  const answered = () => {
    answers += 1;
    if (answers % answersPerCrash > 0) return;
    portal.functions.visits.crash();
    crashes += 1;
  };
  const send = async (visit: string, read: readonly string[]) => {
    for (;;) {
      beacons += 1;
      const reply = await reader(portal).send({ visit, articles: read });
      await reply.arrayBuffer();
      if (reply.ok) return answered();
      if (reply.status < 429) throw new Error(`A beacon was refused: ${reply.status}`);
      await pause(Math.random() * maxRepeatDelayMs);
    }
  };
  const addNaively = async (): Promise<unknown> => naive.add().catch(addNaively);
  const browse = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { visit, beacons: tabs } = next;
      const sent = tabs.map((numbers) =>
        send(
          visit,
          numbers.map((n) => articles[n] ?? ''),
        ),
      );
      await Promise.all([...sent, addNaively()]);
    }
  };

  proxy.inject((call, { operation, body }) => {
    // Look-ups have no faults: when one fails, as it may under load, its reads are left out on purpose.
    if (body.includes('#ARTICLE#')) return 'none';
    const next = faultCycle[call % faultCycleLength] ?? 'none';
    // Only a transaction can be cancelled.
    const fault = next === 'conflict' && operation !== 'TransactWriteItems' ? 'throttle' : next;
    injected[fault] = (injected[fault] ?? 0) + 1;
    return fault;
  });
  await Promise.all(Array.from({ length: browserCount }, browse));
  proxy.heal();
  // Reads that were left out because a look-up failed are counted when their visit reports them again, and no other ones.
  for (let failed = before.failedLookups; failedLookups() > failed; ) {
    failed = failedLookups();
    for (const { visit, beacons: tabs } of drawn) {
      const read = [...new Set(tabs.flat())].map((n) => articles[n] ?? '');
      for (let start = 0; start < read.length; start += beaconArticleLimit) {
        await reader(portal).visit({ visit, articles: read.slice(start, start + beaconArticleLimit) });
      }
    }
  }

  const { none: _, ...counts } = injected;
  const excess = (await countedSinceYesterday(portal)) - before.counted - visits;
  const reads = await readsSinceYesterday(store);
  const readExcesses = articles.map(
    (id) => (reads[id] ?? 0) - (before.reads[id] ?? 0) - (expectedReads[id] ?? 0),
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
  const naiveExcess = (await naive.total()) - before.naive - visits;
  return {
    seed,
    visits,
    beacons,
    faults: counts,
    crashes,
    lost: Math.max(0, -excess),
    double: Math.max(0, excess),
    reads: sum(Object.values(expectedReads)),
    lostReads: sum(readExcesses.map((number) => Math.max(0, -number))),
    doubleReads: sum(readExcesses.map((number) => Math.max(0, number))),
    failedLookups: failedLookups() - before.failedLookups,
    naiveLost: Math.max(0, -naiveExcess),
    naiveDouble: Math.max(0, naiveExcess),
  };
};

/** Visits since yesterday, so that a midnight within a run changes nothing. */
const countedSinceYesterday = async (portal: FaultyPortal['portal']): Promise<number> => {
  const yesterday = localDay(new Date(Date.now() - 24 * 60 * 60 * 1000));
  const { body } = await staffApi(portal).as.admin<{ items: { visits: number }[] }>(
    `/visits?from=${yesterday}`,
  );
  return body.items.reduce((sum, { visits }) => sum + visits, 0);
};

/** Reads by article since yesterday. */
const readsSinceYesterday = async (reads: ArticleReadsStore): Promise<Counts> => {
  const now = Date.now();
  const days = [now - 24 * 60 * 60 * 1000, now].map((at) => localDay(new Date(at)));
  const [yesterday, today] = await Promise.all(days.map((day) => reads.countsOf(day)));
  return addCounts(yesterday?.counts ?? {}, today?.counts ?? {});
};

/** Formats a run as one line. */
export const runLine = ({ faults: counts, ...run }: FaultRun): string => {
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  const kinds = faults.map((kind) => `${kind} ${counts[kind] ?? 0}`).join(', ');
  return [
    `seed ${run.seed}: ${run.visits} visits in ${run.beacons} beacons, ${sum} faults (${kinds}), ${run.crashes} crashes`,
    `counted: ${run.lost} lost, ${run.double} double`,
    `${run.reads} reads: ${run.lostReads} lost, ${run.doubleReads} double, ${run.failedLookups} look-ups failed`,
    `naive ADD: ${run.naiveLost} lost, ${run.naiveDouble} double`,
  ].join(' | ');
};
