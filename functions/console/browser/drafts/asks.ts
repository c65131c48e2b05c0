import type { VersionReply } from './content-version.ts';
import type { SavedVersion } from './draft-session-types.ts';

type Take = (saved: SavedVersion) => Promise<VersionReply | null>;
type Ask = { take: Take | null; resolve: (result: never) => void; reject: (error: unknown) => void };

/** What callers wait for: saves, and steps with what takes them. */
export const createAsks = () => {
  const asks = new Map<number, Ask>();
  let lastId = 0;
  let lastError: unknown;

  const remove = (id: number): Ask => {
    const ask = asks.get(id);
    if (!ask) throw new Error(`Nothing was asked for as ${id}`);
    asks.delete(id);
    return ask;
  };

  return {
    add<Result>(take: Take | null): { id: number; settled: Promise<Result> } {
      lastId += 1;
      const id = lastId;
      const settled = new Promise<Result>((resolve, reject) => {
        asks.set(id, { take, resolve, reject });
      });
      return { id, settled };
    },
    /** Calls what takes a step. */
    take: async (id: number, saved: SavedVersion) => (await asks.get(id)?.take?.(saved)) ?? null,
    settle: (id: number, result: SavedVersion | VersionReply | null) => remove(id).resolve(result as never),
    /** The error with which asks are refused from now on. */
    failWith(error: unknown) {
      lastError = error;
    },
    refuse(ids: readonly number[]) {
      for (const id of ids) remove(id).reject(lastError);
    },
  };
};
