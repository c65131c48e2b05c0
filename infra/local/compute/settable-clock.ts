const RealDate = Date;

/** Lets the clock of a thread stand at an instant: for functions that are asked what they will say at a time that has not come. */
export const settableClock = () => {
  let standsAtMs: number | null = null;

  class SettableDate extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [SettableDate.now()] : given) as [number]));
    }
    static override now() {
      return standsAtMs ?? RealDate.now();
    }
  }
  globalThis.Date = SettableDate as DateConstructor;

  return (atMs: number | null) => {
    standsAtMs = atMs;
  };
};
