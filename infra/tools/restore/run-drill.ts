import { adminClient, publishDraft } from '../../demo/admin-api.ts';
import { sendBeacon } from '../../demo/load-visits.ts';
import type { Portal } from '../../local/portal.ts';
import { importPeople } from '../people/import-people.ts';
import { parseRecords } from '../people/read-people.ts';
import { readBackup } from './backup-folder.ts';
import { backUp, forget, type LossReport, loseAndRestore, prepareBackup, restore } from './drill.ts';
import { enginesOf } from './engines.ts';
import { everything, losses } from './losses.ts';
import { differences, type Observation, observePortal } from './observe-portal.ts';
import type { Wait } from './table-items.ts';

type Options = { portal: Portal; folder: string; now: Date; newId: () => string; wait: Wait };

/** Differences that are printed of a loss. */
const printedDifferences = 5;

/** What was in the portal at the backup, and how much of it is missing or different afterwards. */
type Outcome = { before: Observation; wrong: number };

/**
 * Backs up a portal, loses its data part by part and all together, restores each from the backup, and prints what differs and how long it
 * took. The portal's clock stands still from then on.
 */
export const runDrill = async ({ portal, folder, now, newId, wait }: Options): Promise<Outcome> => {
  const engines = await enginesOf(portal);
  await invitePerson(portal);
  await prepareBackup(portal, now, newId());
  const before = await observePortal(portal);
  const start = performance.now();
  await backUp(engines, folder, now);
  console.log(`${before.size} pages, pictures and replies; backed up in ${secondsSince(start)} s\n`);
  console.log(row(['lost', 'items', 'objects', 'wrong meanwhile', 'wrong afterwards', 'restored in']));

  let wrong = 0;
  for (const loss of losses) {
    if (loss === everything) await writeAfterBackup(portal, now);
    const report = await loseAndRestore(
      { portal, engines, folder, observe: observePortal, before, newId, wait },
      loss,
    );
    printReport(report);
    wrong += report.wrongAfterwards.length;
  }
  engines.close();
  return { before, wrong };
};

/**
 * Restores the backup into a portal that has nothing but its first admin, as in another account or Region. The people come first: the portal
 * gives no name that its tables know to another account.
 */
export const restoreElsewhere = async (
  { portal, folder, now, newId, wait }: Options,
  before: Observation,
): Promise<number> => {
  const engines = await enginesOf(portal);
  portal.setClock(now);
  const start = performance.now();
  const backup = await readBackup(folder);
  const [people] = backup.buckets.get(engines.bucketName('peoplebucket')) ?? [];
  const { invited } = await importPeople({
    client: adminClient(portal),
    records: parseRecords(new TextDecoder().decode(people?.body)),
    onRefused: (name, reason) => {
      throw new Error(`${name}: ${reason}`);
    },
  });
  const { items, objects } = await restore(engines, wait, backup);
  await portal.functions['search-compactor'].invoke({});
  await forget(portal, newId());
  const seconds = (performance.now() - start) / 1000;
  const wrongAfterwards = differences(before, await observePortal(portal));
  printReport({ title: 'another portal', items, objects, wrongMeanwhile: null, wrongAfterwards, seconds });
  console.log(`  ${invited} account invited again from the accounts file`);
  engines.close();
  return wrongAfterwards.length;
};

/** Invites somebody, who is in the accounts file and not in a new portal. */
const invitePerson = (portal: Portal) =>
  adminClient(portal).call('POST /api/admin/people', {
    body: { fullName: 'Vũ Thị Sáu', email: 'sau.vu@hacvan.example', role: 'editor' },
  });

/** Publishes an article and counts a visit, which no backup has. */
const writeAfterBackup = async (portal: Portal, now: Date) => {
  const client = adminClient(portal);
  const { body: settings } = await client.call('GET /api/admin/settings');
  const content = {
    title: 'Tin đăng sau lần sao lưu',
    summary: 'Tin này không có trong bản sao lưu.',
    body: '<p>Tin này không có trong bản sao lưu.</p>',
    category: settings.categories[0]?.slug ?? '',
    tags: [],
  };
  const { body: draft } = await client.call('POST /api/admin/articles', { body: content });
  await publishDraft(client, draft, now.toISOString());
  await sendBeacon(portal, draft.id);
};

const printReport = (report: LossReport) => {
  const { title, items, objects, wrongMeanwhile, wrongAfterwards, seconds } = report;
  console.log(
    row([title, items, objects, wrongMeanwhile ?? '', wrongAfterwards.length, `${seconds.toFixed(1)} s`]),
  );
  for (const asked of wrongAfterwards.slice(0, printedDifferences)) console.log(`  differs: ${asked}`);
};

const widths = [18, 8, 9, 17, 18, 13];
const row = (cells: readonly (string | number)[]) =>
  cells
    .map((cell, index) =>
      index === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[index] ?? 0),
    )
    .join('');

const secondsSince = (start: number) => ((performance.now() - start) / 1000).toFixed(1);
