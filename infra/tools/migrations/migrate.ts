import { UserError } from '../../cli/user-error.ts';
import type { Item, Migration } from './migration.ts';
import type { MigrationTables, Progress } from './migration-tables.ts';

export type Direction = 'up' | 'down';

type Dependencies = {
  tables: MigrationTables;
  newId: () => string;
  /** Waits between two pages, so that readers and editors have the table. */
  wait: (ms: number) => Promise<unknown>;
  itemsPerSecond?: number;
};

/** Items read at once; a kill repeats at most as many. */
const pageSize = 25;

/**
 * Takes a migration up or down, from where an earlier run stopped. Resolves to the number of items it changed. Throws `UserError` when
 * another run has taken over.
 */
export const migrate = async (
  migration: Migration,
  direction: Direction,
  { tables, newId, wait, itemsPerSecond = 200 }: Dependencies,
): Promise<number> => {
  const run = newId();
  const before = await tables.readProgress(migration);
  if (isAt(before, direction)) return 0;
  const going: Progress['state'] = `going ${direction}`;
  let lastKey = before?.state === going ? before.lastKey : null;
  const save = async (state: Progress['state'], owner: string | null) => {
    if (!(await tables.saveProgress(migration, { state, lastKey, run }, owner))) {
      throw new UserError(`${migration.name}: another run has taken over.`);
    }
  };

  await save(going, null);
  let changed = 0;
  do {
    const page = await tables.page(migration, lastKey, pageSize);
    for (const item of page.items) {
      if (await changeItem(tables, migration, direction, item)) changed += 1;
    }
    lastKey = page.lastKey;
    await save(lastKey === null ? direction : going, run);
    if (lastKey !== null) await wait((pageSize / itemsPerSecond) * 1000);
  } while (lastKey !== null);
  return changed;
};

/** Whether a migration is already where it should go. One that never ran is down. */
const isAt = (progress: Progress | null, direction: Direction) => (progress?.state ?? 'down') === direction;

/** Changes an item. Whoever changed it since it was read wins: it is read again. */
const changeItem = async (
  tables: MigrationTables,
  migration: Migration,
  direction: Direction,
  found: Item & { pk: string; sk: string },
): Promise<boolean> => {
  for (let item: typeof found | null = found; item !== null; item = await tables.item(migration, item)) {
    const change = migration[direction](item);
    if (change === null) return false;
    if (await tables.change(migration, item, change)) return true;
  }
  return false;
};

/** Where every migration is, as lines. */
export const statusLines = async (
  migrations: readonly Migration[],
  tables: MigrationTables,
): Promise<string[]> => {
  const lines: string[] = [];
  for (const migration of migrations) {
    const { state = 'down' } = (await tables.readProgress(migration)) ?? {};
    lines.push(`${migration.name}: ${state.startsWith('going') ? `${state}, not finished` : state}`);
  }
  return lines;
};

/** The migrations that a command means: all for `up`; for `down` the last one that is not down, which may be none. */
export const chosenMigrations = async (
  migrations: readonly Migration[],
  direction: Direction,
  tables: MigrationTables,
): Promise<readonly Migration[]> => {
  if (direction === 'up') return migrations;
  for (const migration of migrations.toReversed()) {
    if (!isAt(await tables.readProgress(migration), 'down')) return [migration];
  }
  return [];
};
