const RealDate = Date;

/** Sets the clock of a thread to an instant, to see what functions do at a future time. */
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
