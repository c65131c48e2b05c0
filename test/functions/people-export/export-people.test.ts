import { expect, test } from 'vitest';
import { exportPeople } from '../../../functions/people-export/export-people.ts';
import type { PoolAccount } from '../../../shared/people/pool-account.ts';

const account = (name: string, fields: Partial<PoolAccount> = {}): PoolAccount => ({
  name,
  fullName: `Họ tên ${name}`,
  email: `${name}@hacvan.example`,
  isEnabled: true,
  isInvited: false,
  createdAt: new Date(0),
  roles: ['author'],
  ...fields,
});

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
    account('lan', { roles: ['author', 'admin'] }),
    account('an', { roles: [], isEnabled: false }),
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
