/** What a paste could not keep: `what` in Vietnamese, for "2 ảnh liên kết từ trang khác". */
export type LeftOut = { what: string; count: number };

export type LeftOutCounter = { add(what: string, count?: number): void; list(): LeftOut[] };

/** Counts what is left out, in the order in which it was first met. */
export const createLeftOutCounter = (): LeftOutCounter => {
  const counts = new Map<string, number>();
  return {
    add: (what, count = 1) => void (count > 0 && counts.set(what, (counts.get(what) ?? 0) + count)),
    list: () => Array.from(counts, ([what, count]) => ({ what, count })),
  };
};
