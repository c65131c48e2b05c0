import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { firstStackId } from '../../../infra/local/choose-portal.ts';
import { localCredentials } from '../../../infra/local/compute/aws-environment.ts';
import { type PortalOptions, startPortal } from '../../../infra/local/portal.ts';
import { ofType, readTemplate } from '../../../infra/local/template/template.ts';
import { localDay } from '../../../shared/time/local-day.ts';
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
/** A visit, and how often its browser sends the beacon, retries not counted. */
const visitOf = fc.record({ visit: fc.uuid({ version: 4 }), copies: fc.integer({ min: 1, max: 4 }) });

/** The result of a run. `lost` and `double` are visits; the naive counter counted the same number under the same faults. */
export type FaultRun = {
  seed: number;
  visits: number;
  beacons: number;
  faults: Record<string, number>;
  crashes: number;
  lost: number;
  double: number;
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
  const naive = naiveCounter(engineUrl, tables.find((id) => id.startsWith('Visits')) ?? '');
  return {
    run: (seed: number, visits: number) => faultRun({ portal, proxy, naive }, seed, visits),
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
};

const faultRun = async (
  { portal, proxy, naive }: FaultyPortal,
  seed: number,
  visits: number,
): Promise<FaultRun> => {
  const queue = fc.sample(visitOf, { seed, numRuns: visits });
  const faultCycle = fc.sample(anyFault, { seed, numRuns: faultCycleLength });
  const injected: Record<string, number> = {};
  const before = { counted: await countedSinceYesterday(portal), naive: await naive.total() };
  let beacons = 0;
  let answers = 0;
  let crashes = 0;

  const answered = () => {
    answers += 1;
    if (answers % answersPerCrash > 0) return;
    portal.functions.visits.crash();
    crashes += 1;
  };
  const send = async (visit: string) => {
    for (;;) {
      beacons += 1;
      const reply = await reader(portal).send({ visit });
      await reply.arrayBuffer();
      if (reply.ok) return answered();
      if (reply.status < 429) throw new Error(`A beacon was refused: ${reply.status}`);
      await pause(Math.random() * maxRepeatDelayMs);
    }
  };
  const addNaively = async (): Promise<unknown> => naive.add().catch(addNaively);
  const browse = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { visit, copies } = next;
      await Promise.all([...Array.from({ length: copies }, () => send(visit)), addNaively()]);
    }
  };

  proxy.inject((call, { operation }) => {
    const drawn = faultCycle[call % faultCycleLength] ?? 'none';
    // Only a transaction can be cancelled.
    const fault = drawn === 'conflict' && operation !== 'TransactWriteItems' ? 'throttle' : drawn;
    injected[fault] = (injected[fault] ?? 0) + 1;
    return fault;
  });
  await Promise.all(Array.from({ length: browserCount }, browse));
  proxy.heal();

  const { none: _, ...counts } = injected;
  const excess = (await countedSinceYesterday(portal)) - before.counted - visits;
  const naiveExcess = (await naive.total()) - before.naive - visits;
  return {
    seed,
    visits,
    beacons,
    faults: counts,
    crashes,
    lost: Math.max(0, -excess),
    double: Math.max(0, excess),
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

/** Formats a run as one line. */
export const runLine = ({ faults: counts, ...run }: FaultRun): string => {
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  const kinds = faults.map((kind) => `${kind} ${counts[kind] ?? 0}`).join(', ');
  return [
    `seed ${run.seed}: ${run.visits} visits in ${run.beacons} beacons, ${sum} faults (${kinds}), ${run.crashes} crashes`,
    `counted: ${run.lost} lost, ${run.double} double`,
    `naive ADD: ${run.naiveLost} lost, ${run.naiveDouble} double`,
  ].join(' | ');
};
