/** How many visits more or fewer a month has than another one: `tăng 12,5 %`. Null when there is nothing to compare with. */
export const changeInWords = (visits: number, before: number | null): string | null => {
  if (before === null || before === 0) return null;
  if (visits === before) return 'không đổi';
  const tenths = Math.round((1_000 * Math.abs(visits - before)) / before);
  const percent = `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `,${tenths % 10}`}`;
  return `${visits > before ? 'tăng' : 'giảm'} ${percent} %`;
};
