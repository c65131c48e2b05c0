/** Days as people write them, year first or last: `2021-10-22`, `22/10/2021`, `22.10.2021`, `22-10-2021`. */
const yearFirst = /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/;
const yearLast = /^(?:(?<day>\d{1,2})[-/.])?(?<month>\d{1,2})[-/.](?<year>\d{4})$/;

const partsOf = (text: string) => (yearFirst.exec(text) ?? yearLast.exec(text))?.groups;

/** Parses a day in any of the usual forms; null for an invalid one (31/02, year 0). */
export const parseDay = (text: string): string | null => {
  const { year, month, day } = partsOf(text) ?? {};
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isInCalendar(iso) ? iso : null;
};

/** Parses a month in any of the usual forms; null for an invalid one. */
export const parseMonth = (text: string): string | null => {
  const { year, month, day } = partsOf(text) ?? {};
  if (!year || !month || day !== undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}`;
  return isInCalendar(`${iso}-01`) ? iso : null;
};

/** JavaScript accepts 31/02 as a day in March. */
const isInCalendar = (iso: string) => {
  const date = new Date(`${iso}T00:00:00Z`);
  return !iso.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
};
