/** A bar: a position and a size in percent of the chart, and whether its name is written below it. */
export type Bar = {
  name: string;
  value: number;
  left: number;
  width: number;
  height: number;
  isNamed: boolean;
};

/** Share of its room that a bar takes. */
const barShare = 0.7;
/** Names that fit below a chart on a phone. */
const nameLimit = 6;

/** The top of an axis for a largest value: an even digit, or one, times a power of ten. At least 1. */
export const axisTop = (largest: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(largest, 1)));
  return [1, 2, 4, 6, 8].map((factor) => factor * power).find((top) => top >= largest) ?? 10 * power;
};

/** Bars for some values, the first at the left. The last one is named, and those at equal distances before it. */
export const barsOf = (values: readonly { name: string; value: number }[]): { top: number; bars: Bar[] } => {
  const top = axisTop(Math.max(0, ...values.map(({ value }) => value)));
  const room = 100 / Math.max(values.length, 1);
  const step = Math.max(1, Math.ceil(values.length / nameLimit));
  const bars = values.map(({ name, value }, index) => ({
    name,
    value,
    left: (index + (1 - barShare) / 2) * room,
    width: barShare * room,
    height: (100 * value) / top,
    isNamed: (values.length - 1 - index) % step === 0,
  }));
  return { top, bars };
};
