import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { demoUsers } from './accounts.ts';
import { type PoolUser, poolUser } from './pool-user.ts';

const fileIn = (dataDirectory: string) => join(dataDirectory, 'people.json');

/** The users that a data directory keeps; null when it keeps none. */
export const readPoolUsers = (dataDirectory: string): PoolUser[] | null => {
  try {
    return z.array(poolUser).parse(JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

const savePoolUsers = (dataDirectory: string, users: readonly PoolUser[]) => {
  mkdirSync(dataDirectory, { recursive: true });
  const file = fileIn(dataDirectory);
  writeFileSync(`${file}.new`, JSON.stringify(users, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** The users of the pool, kept in a data directory if there is one; at first those of the demonstration. Names are compared without case. */
export const poolUsers = (dataDirectory: string | undefined, now: Date) => {
  const stored = dataDirectory === undefined ? null : readPoolUsers(dataDirectory);
  const users = new Map((stored ?? demoUsers(now)).map((user) => [user.name.toLowerCase(), user]));
  const save = () => {
    if (dataDirectory !== undefined) savePoolUsers(dataDirectory, [...users.values()]);
  };
  if (stored === null) save();
  return {
    all: (): PoolUser[] => [...users.values()],
    /** The user of a name or a `sub`; undefined when there is none. */
    find: (name: string): PoolUser | undefined =>
      users.get(name.toLowerCase()) ?? [...users.values()].find(({ sub }) => sub === name),
    put(user: PoolUser) {
      users.set(user.name.toLowerCase(), user);
      save();
    },
  };
};
export type PoolUsers = ReturnType<typeof poolUsers>;
