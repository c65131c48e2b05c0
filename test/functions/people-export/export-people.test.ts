import { expect, test } from 'vitest';
import { exportPeople } from '../../../functions/people-export/export-people.ts';
import type { PoolAccount } from '../../../shared/people/pool-account.ts';
import { poolAccount } from '../../support/pool-account.ts';

const exported = async (accounts: readonly PoolAccount[]) => {
  const files: string[] = [];
  const count = await exportPeople({
    listAll: async () => accounts,
    write: async (lines) => files.push(lines),
  });
  return { count, files };
};

test('writes every account by name, with its widest role and nothing else of it', async () => {
  const { count, files } = await exported([
    poolAccount('lan', { roles: ['author', 'admin'] }),
    poolAccount('an', { roles: [], isEnabled: false }),
  ]);
  expect([count, files]).toEqual([
    2,
    [
      '{"name":"an","fullName":"Họ tên an","email":"an@hacvan.example","role":null,"isEnabled":false}\n' +
        '{"name":"lan","fullName":"Họ tên lan","email":"lan@hacvan.example","role":"admin","isEnabled":true}\n',
    ],
  ]);
});

test('overwrites nothing with an empty pool', async () => {
  expect(await exported([])).toEqual({ count: 0, files: [] });
});
