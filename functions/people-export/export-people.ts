import { toLines } from '../../shared/people/person-record.ts';
import { type PoolAccount, widestRole } from '../../shared/people/pool-account.ts';

type Dependencies = {
  listAll: () => Promise<readonly PoolAccount[]>;
  write: (lines: string) => Promise<unknown>;
};

/**
 * Writes every account of the user pool to a file, from which they can be made again: a user pool has no backup. An empty pool overwrites
 * nothing. Returns the number of accounts.
 */
export const exportPeople = async ({ listAll, write }: Dependencies): Promise<number> => {
  const accounts = await listAll();
  if (accounts.length > 0) {
    await write(toLines(accounts.map((account) => ({ ...account, role: widestRole(account) }))));
  }
  return accounts.length;
};
