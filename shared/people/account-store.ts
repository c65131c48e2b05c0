import * as z from 'zod/mini';
import type { Table } from '../table/table-store.ts';
import { instant } from '../time/instant.ts';
import { peopleKeys } from './keys.ts';
import { unfinishedChange } from './person.ts';

/** What the table knows of an account beside Cognito. It stays when an operator deletes the account: no name is given twice. */
const accountItem = z.object({
  version: z._default(z.int(), 0),
  invitedAt: z._default(z.nullable(instant), null),
  lastSignInAt: z._default(z.nullable(instant), null),
  unfinished: z._default(z.nullable(unfinishedChange), null),
});
export type AccountItem = z.infer<typeof accountItem>;

export const parseAccountItem = (item: unknown): AccountItem => accountItem.parse(item ?? {});

/** Remembers when accounts signed in. */
export const signInStore = (table: Pick<Table, 'write'>, siteId: string) => ({
  async recordSignIn(name: string, at: Date): Promise<void> {
    await table.write([
      {
        update: peopleKeys(siteId).account(name),
        change: 'SET lastSignInAt = :at',
        values: { ':at': at.toISOString() },
      },
    ]);
  },
});
