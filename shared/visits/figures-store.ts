import * as z from 'zod/mini';
import type { Table } from '../table/table-store.ts';
import { type Figures, figures, type MostRead, mostRead, noneRead } from './figures.ts';
import { visitKeys } from './keys.ts';
import { noOpeningBalance, type OpeningBalance, openingBalance } from './tally.ts';

const writtenFigures = z.object({ figures, writtenAt: z.int() });
const writtenMostRead = z.object({ mostRead, writtenAt: z.int() });
const storedBalance = z.object({ balance: openingBalance, version: z.int() });

/** The figures as pages need them, in one read. The function that counts writes them down; they may be seconds old. */
export const figuresStore = (table: Table, siteId: string) => {
  const keys = visitKeys(siteId);
  /** An older word never replaces a newer one. */
  const condition = (writtenAt: number) => ({
    expression: 'attribute_not_exists(pk) OR writtenAt < :now',
    values: { ':now': writtenAt },
  });

  return {
    /** What pages show; with nothing written yet, nothing counted. */
    async forPages(): Promise<{ figures: Figures; mostRead: MostRead }> {
      const [counted, read] = await table.getMany([keys.figures(), keys.mostRead()]);
      return {
        figures: counted ? writtenFigures.parse(counted).figures : { tally: null, opening: noOpeningBalance },
        mostRead: read ? writtenMostRead.parse(read).mostRead : noneRead,
      };
    },

    writeFigures: (written: Figures, now: Date): Promise<boolean> => {
      const writtenAt = now.getTime();
      return table.write([
        { put: { ...keys.figures(), figures: written, writtenAt }, condition: condition(writtenAt) },
      ]);
    },

    /** When the list of what is read most was written, in milliseconds since 1970; null before that. */
    async mostReadWrittenAt(): Promise<number | null> {
      const [read] = await table.getMany([keys.mostRead()]);
      return read ? writtenMostRead.parse(read).writtenAt : null;
    },

    writeMostRead: (written: MostRead, now: Date): Promise<boolean> => {
      const writtenAt = now.getTime();
      return table.write([
        { put: { ...keys.mostRead(), mostRead: written, writtenAt }, condition: condition(writtenAt) },
      ]);
    },

    /** The opening balance and its version, 0 until it is first saved. */
    async openingBalance(): Promise<{ balance: OpeningBalance; version: number }> {
      const [item] = await table.getMany([keys.openingBalance()], { isConsistent: true });
      return item ? storedBalance.parse(item) : { balance: noOpeningBalance, version: 0 };
    },

    /** Saves the opening balance as the version after `previousVersion`; false when that is no longer the current one. */
    saveOpeningBalance: (
      balance: OpeningBalance,
      previousVersion: number,
      saved: { by: string; at: string },
    ): Promise<boolean> =>
      table.write([
        {
          put: { ...keys.openingBalance(), balance, version: previousVersion + 1, ...saved },
          condition:
            previousVersion === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'version = :seen', values: { ':seen': previousVersion } },
        },
      ]),
  };
};
export type FiguresStore = ReturnType<typeof figuresStore>;
