import * as z from 'zod/mini';
import type { Activity } from '../../shared/activity/activity.ts';
import type { ActivityRecorder } from '../../shared/activity/activity-store.ts';
import { type AccountItem, parseAccountItem } from '../../shared/people/account-store.ts';
import { peopleKeys } from '../../shared/people/keys.ts';
import type { UnfinishedChange } from '../../shared/people/person.ts';
import type { Table } from '../../shared/table/table-store.ts';

/**
 * The lock of all changes: Cognito has no transactions and no conditions. `version` counts the changes; the one that is under way holds
 * the lock until `heldUntil`, an instant, or '' when nobody does.
 */
const lockItem = z.object({ version: z._default(z.int(), 0), heldUntil: z._default(z.string(), '') });
export type Lock = z.infer<typeof lockItem>;

export const isFree = ({ heldUntil }: Lock, now: Date): boolean => heldUntil <= now.toISOString();

type Begin = {
  /** The lock as it was when the change was decided. */
  lock: Lock;
  name: string;
  /** The account's version as it was when the change was decided. */
  version: number;
  heldUntil: Date;
  change: UnfinishedChange;
  entry: Activity;
};
type Finish = {
  lock: Lock;
  name: string;
  /** What is left to do; null when nothing is. */
  unfinished: UnfinishedChange | null;
  /** When an invitation was sent. */
  invitedAt: Date | null;
  entry: Activity;
};

/** The lock of the changes of accounts, and what the table knows of each account. */
export const peopleStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const keys = peopleKeys(siteId);
  return {
    /** Strongly consistent. */
    lock: async (): Promise<Lock> => lockItem.parse((await table.get(keys.lock())) ?? {}),

    /** Strongly consistent; null for a name that was never given. */
    async account(name: string): Promise<AccountItem | null> {
      const item = await table.get(keys.account(name));
      return item && parseAccountItem(item);
    },

    /** What the table knows of each of at most 100 names. */
    async accounts(names: readonly string[]): Promise<AccountItem[]> {
      if (names.length === 0) return [];
      const items = await table.getMany(names.map((name) => keys.account(name)));
      return items.map((item) => parseAccountItem(item ?? {}));
    },

    /** Takes the lock, and logs what is going to be done; false when anything changed since it was decided. */
    begin: ({ lock, name, version, heldUntil, change, entry }: Begin): Promise<boolean> =>
      table.write([
        {
          put: { ...keys.lock(), version: lock.version + 1, heldUntil: heldUntil.toISOString() },
          condition:
            lock.version === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'version = :seen', values: { ':seen': lock.version } },
        },
        {
          update: keys.account(name),
          change: 'SET version = :next, unfinished = :change',
          condition: { expression: 'attribute_not_exists(version) OR version = :version' },
          values: { ':next': version + 1, ':version': version, ':change': change },
        },
        record(entry),
      ]),

    /** Releases the lock, and logs what was done; false when the lock was lost. */
    finish: ({ lock, name, unfinished, invitedAt, entry }: Finish): Promise<boolean> =>
      table.write([
        {
          update: keys.lock(),
          change: 'SET heldUntil = :free',
          condition: { expression: 'version = :held' },
          values: { ':free': '', ':held': lock.version + 1 },
        },
        {
          update: keys.account(name),
          change: `SET unfinished = :unfinished${invitedAt ? ', invitedAt = :invitedAt' : ''}`,
          values: {
            ':unfinished': unfinished,
            ...(invitedAt && { ':invitedAt': invitedAt.toISOString() }),
          },
        },
        record(entry),
      ]),
  };
};
export type PeopleStore = ReturnType<typeof peopleStore>;
