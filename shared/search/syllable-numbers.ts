import type { DatabaseSync } from 'node:sqlite';

/** The number of every syllable in an index, in memory and in the table `syllable`. Syllables are never removed. */
export const syllableNumbers = (database: DatabaseSync) => {
  const insert = database.prepare('insert into syllable(folded) values (?)');
  const select = database.prepare('select number, folded from syllable');
  const load = () => new Map(select.all().map(({ number, folded }) => [String(folded), Number(number)]));
  let numbers = load();

  return {
    get: (folded: string) => numbers.get(folded),

    getOrAdd(folded: string): number {
      const existing = numbers.get(folded);
      if (existing !== undefined) return existing;
      const number = Number(insert.run(folded).lastInsertRowid);
      numbers.set(folded, number);
      return number;
    },

    /** Reads the table again, after a rollback. */
    reload() {
      numbers = load();
    },
  };
};
export type SyllableNumbers = ReturnType<typeof syllableNumbers>;
