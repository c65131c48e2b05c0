import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { localCredentials } from '../../local/compute/aws-environment.ts';
import type { Portal } from '../../local/portal.ts';
import { type Backup, readBackup, writeBackup } from './backup-folder.ts';
import { readObjects, removeObjects, writeMissingObjects } from './bucket-objects.ts';
import type { Engines } from './engines.ts';
import { backedUp, type Loss } from './losses.ts';
import { differences, type Observation } from './observe-portal.ts';
import { readItems, replaceItems, toLine, type Wait } from './table-items.ts';

/** Functions that remember between two requests what they read: published statistics, the index of the search, visible articles. */
const remembering = ['pages', 'search', 'visits'] as const;

/** Starts those functions anew, as a deployment does with all, and invalidates the whole edge. */
export const forget = async ({ functions, invalidations }: Portal, reference: string) => {
  for (const name of remembering) functions[name].crash();
  const cloudFront = new CloudFrontClient({ endpoint: invalidations.url, ...localCredentials });
  const Paths = { Quantity: 1, Items: ['/*'] };
  const InvalidationBatch = { CallerReference: reference, Paths };
  await cloudFront.send(new CreateInvalidationCommand({ DistributionId: 'any', InvalidationBatch }));
  cloudFront.destroy();
};

/**
 * Does what the schedules do before a backup, and stops the clock of functions and edge: pages show the time, and what is compared must differ
 * by losses alone.
 */
export const prepareBackup = async (portal: Portal, now: Date, reference: string) => {
  await portal.functions['people-export'].invoke({});
  await portal.functions['search-compactor'].invoke({ force: true });
  portal.setClock(now);
  await forget(portal, reference);
};

/** Backs up what AWS Backup would, into a folder. Nothing may be written meanwhile: unlike a real one this backup takes its time. */
export const backUp = (engines: Engines, folder: string, at: Date): Promise<void> =>
  writeBackup(folder, {
    at,
    tables: Object.fromEntries(
      backedUp.tables
        .map(engines.tableName)
        .map((name) => [name, readItems(engines.dynamodb, name)] as const),
    ),
    buckets: Object.fromEntries(
      backedUp.buckets.map(engines.bucketName).map((name) => [name, readObjects(engines.s3, name)] as const),
    ),
  });

/** Removes every item and object of what is lost. The tables stay: their streams would end with them. */
const lose = async (engines: Engines, wait: Wait, { tables, buckets }: Loss) => {
  for (const name of tables.map(engines.tableName)) {
    await replaceItems({ dynamodb: engines.dynamodb, wait }, name, []);
  }
  for (const name of buckets.map(engines.bucketName)) await removeObjects(engines.s3, name);
};

export type Restored = { items: number; objects: number };

/** Restores what was lost and is in the backup, and compares the tables with it, item by item. */
export const restore = async (
  engines: Engines,
  wait: Wait,
  backup: Backup,
  { tables, buckets }: Pick<Loss, 'tables' | 'buckets'> = backedUp,
): Promise<Restored> => {
  const restored = { items: 0, objects: 0 };
  for (const name of tables.map(engines.tableName)) {
    const items = backup.tables.get(name) ?? [];
    restored.items += (await replaceItems({ dynamodb: engines.dynamodb, wait }, name, items)).written;
    await assertEqual(engines, name, items.map(toLine));
  }
  for (const name of buckets.map(engines.bucketName)) {
    restored.objects += await writeMissingObjects(engines.s3, name, backup.buckets.get(name) ?? []);
  }
  return restored;
};

const assertEqual = async ({ dynamodb }: Engines, name: string, expected: readonly string[]) => {
  const found: string[] = [];
  for await (const item of readItems(dynamodb, name)) found.push(toLine(item));
  if (found.sort().join('\n') !== [...expected].sort().join('\n')) {
    throw new Error(`${name} differs from its backup after it was restored`);
  }
};

export type LossReport = Restored & {
  title: string;
  /** Pages, pictures and replies that were wrong while it was lost (null if nobody looked), and those that are after it was restored. */
  wrongMeanwhile: number | null;
  wrongAfterwards: readonly string[];
  seconds: number;
};

type Drill = {
  portal: Portal;
  engines: Engines;
  /** The backup's folder; it is read, and verified, before each restoration. */
  folder: string;
  observe: (portal: Portal) => Promise<Observation>;
  before: Observation;
  newId: () => string;
  wait: Wait;
};

/** Loses something, restores it from the backup, and compares every page and number with what was there before. */
export const loseAndRestore = async (
  { portal, engines, folder, observe, before, newId, wait }: Drill,
  loss: Loss,
): Promise<LossReport> => {
  await lose(engines, wait, loss);
  await forget(portal, newId());
  const meanwhile = differences(before, await observe(portal));

  const start = performance.now();
  const restored = await restore(engines, wait, await readBackup(folder), loss);
  // The schedule does it within five minutes: a snapshot that is missing is built from the content table.
  await portal.functions['search-compactor'].invoke({});
  await forget(portal, newId());
  const seconds = (performance.now() - start) / 1000;
  return {
    title: loss.title,
    ...restored,
    wrongMeanwhile: meanwhile.length,
    wrongAfterwards: differences(before, await observe(portal)),
    seconds,
  };
};
